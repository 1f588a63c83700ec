"""Addresses in the site, and what they belong to."""

from typing import NamedTuple


class Claim(NamedTuple):
    """An address on a server that the file at a path claims: two files with one address are an error. `made_of` are
    the paths of the texts that a page is made of, if it is not the page of one text."""

    path: str
    address: str
    made_of: tuple[str, ...] = ()


class Named(NamedTuple):
    """A page that values/addresses.yml can name: what it is called there, its target, and its address on a server."""

    key: str
    target: str
    address: str
