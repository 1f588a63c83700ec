"""Where a text may hold the full name of a person: a common given name, and another word in capitals after it."""

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
    """The most common given names in Denmark."""
    lines = (files(__package__) / "given_names.txt").read_text("utf-8").split("\n")
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def names(plain: Folded, apart: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what may be the full name of a person. `apart` are words that are no surnames here: those of the
    organisation and of the values."""
    known = given_names()
    for found in _FULL.finditer(plain.text):
        first, last = found[1], found[2].split()[-1]
        if first.split("-")[0] not in known or last.removesuffix("s") in known or last in known:
            continue
        if len(last) >= _SHORTEST and last not in apart and not _PLACES.search(last):
            yield Finding(NAME, *plain.origin(*found.span()), key=found[0].casefold())
