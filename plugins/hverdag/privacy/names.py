"""Detects possible full names: a common given name followed by another capitalised word."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from .finding import NAME, Finding
from .fold import Folded

_NAME = r"[A-ZÆØÅ][a-zæøåéüöä]{1,20}(?:-[A-ZÆØÅ][a-zæøåéüöä]{1,20})?"
_FULL = re.compile(rf"([A-ZÆØÅ](?<![\w-].){_NAME[8:]})((?: (?:{_NAME}|[A-ZÆØÅ]\.)){{1,2}})(?![\w-])")
_PLACES = re.compile(
    r"(?:vej|vejen|gade|gaden|alle|allé|torv|torvet|plads|pladsen|stræde|kirke|skole|skolen|hus|huset|gård|gården|center"
    r"|centret|centeret|park|parken|fond|fonden|legat|prisen|kommune|region|sogn|havn|hospital|hospitalet|klinik|festival)s?$",
    re.IGNORECASE,
)
_SHORTEST = 3


@cache
def given_names() -> frozenset[str]:
    """Return the most common given names in Denmark."""
    lines = (files(__package__) / "given_names.txt").read_text("utf-8").split("\n")
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def names(plain: Folded, apart: Collection[str] = ()) -> Iterator[Finding]:
    """Yield each possible full name of a person. `apart` are words that are never surnames here: those of the
    organisation and of the values."""
    known = given_names()
    for match in _FULL.finditer(plain.text):
        first, last = match[1], match[2].split()[-1]
        if first.split("-")[0] not in known or last.removesuffix("s") in known or last in known:
            continue
        if len(last) >= _SHORTEST and last not in apart and not _PLACES.search(last):
            yield Finding(NAME, *plain.origin(*match.span()), key=match[0].casefold())
