"""An address in the site, and the file that claims it."""

from typing import NamedTuple


class Claim(NamedTuple):
    """An address on a server that the file at a path claims: two files with one address are an error."""

    path: str
    address: str
