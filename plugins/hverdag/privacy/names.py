"""Detects possible full names: a common given name followed by another capitalised word, or a surname in -sen."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from ..model.settings import Language
from .finding import NAME, Finding
from .fold import Folded

_NAME = r"[A-ZÆØÅ][a-zæøåéüöä]{1,20}(?:-[A-ZÆØÅ][a-zæøåéüöä]{1,20})?"
_FULL = re.compile(rf"([A-ZÆØÅ](?<![\w-].){_NAME[8:]})((?: (?:(?:O['’]|Ma?c)?{_NAME}|[A-ZÆØÅ]\.)){{1,2}})(?![\w-])")
_PLACES = re.compile(
    r"(?:vej|vejen|gade|gaden|alle|allé|torv|torvet|plads|pladsen|stræde|kirke|skole|skolen|hus|huset|gård|gården|center"
    r"|centret|centeret|park|parken|fond|fonden|legat|prisen|kommune|region|sogn|havn|hospital|hospitalet|klinik|festival"
    r"|museum|museet|bibliotek|biblioteket|hallen|salen|klubben|foreningen|stiftelsen|skoven|søen)s?$"
    r"|^(?:street|road|lane|avenue|square|house|home|church|school|college|hall|hill|garden|gardens|centre|ward|council|trust"
    r"|foundation|award|prize|bridge|station|county|bay|island|day|week|team|service|services|manager)$",
    re.IGNORECASE,
)
_SHORTEST = 3
_SON = re.compile(r"(?:[bdfgklmnprtvy]|mus)sen$")
"""A surname that tells of a full name whatever the given name is, within a sentence."""
_TITLES = frozenset(
    (
        "Hr",
        "Fru",
        "Frk",
        "Frøken",
        "Dr",
        "Doktor",
        "Familien",
        "Firmaet",
        "Onkel",
        "Tante",
        "Søster",
        "Bager",
        "Slagter",
    )
)
_WITHIN = re.compile(r"[a-zæøå,] \Z")
_WORDS = frozenset({"Line", "Per", "Bent", "Else", "Bo", "Mark"})
"""Danish given names that are English words."""
_SECOND = frozenset({"Ann", "Anne", "Jane", "Jean", "Lee", "Louise", "Marie"})
"""Second given names in English, where most other given names may be surnames too."""


@cache
def given_names(language: Language = Language.DANISH) -> frozenset[str]:
    """Return the most common given names in Denmark, and for an English edition those of English too."""
    danish = _listed("given_names.txt")
    return danish if language is Language.DANISH else (danish - _WORDS) | _listed("given_names_en.txt")


def _listed(file: str) -> frozenset[str]:
    lines = (files(__package__) / file).read_text("utf-8").split("\n")
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def names(plain: Folded, apart: Collection[str] = (), language: Language = Language.DANISH) -> Iterator[Finding]:
    """Yield each possible full name of a person. `apart` are words that are never surnames here: those of the
    organisation and of the values."""
    known = given_names(language)
    second = known if language is Language.DANISH else _SECOND
    for match in _FULL.finditer(plain.text):
        first, last = match[1], match[2].split()[-1]
        is_given = first.split("-")[0] in known
        if not is_given and (
            first in _TITLES or not _SON.search(last) or not _WITHIN.search(plain.text, 0, match.start())
        ):
            continue
        if last in second or (language is Language.DANISH and last.removesuffix("s") in second):
            continue
        if len(last) >= _SHORTEST and not {first, last} & {*apart} and not _PLACES.search(last):
            yield Finding(NAME, *plain.origin(*match.span()), key=match[0].casefold())
