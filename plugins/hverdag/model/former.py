"""Addresses that pages have had before: the content of values/addresses.yml."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .addresses import PRINT
from .problem import Source
from .texts.document import Document

PATH = "values/addresses.yml"

_PART = "[a-z0-9][a-z0-9-]{0,130}"
_PLAIN_KEY = re.compile(r"[A-Za-z][\w./-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
"""What YAML may take for something else than a text."""

_FORM = re.compile(rf"(?:{_PART}/)+|{PRINT}/(?:{_PART}/)?{_PART}\.(?:pdf|docx)")


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """An address that a page had before. `key` is what the file calls the page: the code of a text, or, where there is
    none, the path of its file or the id of a goal. `source` is the place of the address, and `named` that of the key.
    """

    key: str
    address: str
    source: Source
    named: Source


@dataclass(frozen=True, slots=True)
class Move:
    """A former address, and what is found there now: its target, and its address on a server."""

    former: str
    target: str
    now: str


def address_key(document: Document) -> str:
    """Return what values/addresses.yml calls a text."""
    return document.code or document.path


def former_ids(document: Document, formers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the file names, without the ending, that a text has had, the oldest first. `formers` are the former
    addresses by key."""
    ids = map(former_name, formers.get(address_key(document), ()))
    return tuple(dict.fromkeys(id for id in ids if id and id != document.id))


def former_name(address: str) -> str:
    """Return the file name behind the address of a text's own page, such as `vaerdier/tillid/`; an empty string for
    another kind of address."""
    parts = address.split("/")
    return parts[1] if len(parts) == 3 and not parts[2] else ""


def is_former(address: str) -> bool:
    """Return True if an address is written as former addresses are: `vaerdier/tillid/`, or a file on paper."""
    return _FORM.fullmatch(address) is not None


def by_key(formers: Iterable[FormerAddress]) -> dict[str, tuple[str, ...]]:
    """Return the former addresses of each key, the oldest first."""
    found: dict[str, tuple[str, ...]] = {}
    for former in formers:
        found[former.key] = (*found.get(former.key, ()), former.address)
    return found


def former_line(key: str, addresses: Iterable[str]) -> str:
    """Return the line of values/addresses.yml for one page."""
    plain = _PLAIN_KEY.fullmatch(key) and key.casefold() not in _WORDS
    return f"{key if plain else json.dumps(key, ensure_ascii=False)}: [{', '.join(addresses)}]"
