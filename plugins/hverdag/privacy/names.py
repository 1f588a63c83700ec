"""Detects possible full names: a common given name followed by another capitalised word, or a surname in -sen."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files

from ..model.language import Language
from .finding import NAME, Finding
from .fold import Folded

_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞČŁŚŠŻŽ", "a-zß-öø-ÿĀ-ſ"
_NAME = rf"(?:O['’]|Ma?c)?[{_UPPER}][{_LOWER}]{{1,20}}(?:-[{_UPPER}][{_LOWER}]{{1,20}})?"
_WORD = re.compile(rf"[{_UPPER}]\.|{_NAME}")
_BETWEEN = r"[ \t]{1,3}(?:(?:van|von|de|bin|el|al) (?:(?:der|den|la) )?)?"
_ROW = re.compile(
    rf"(?=[{_UPPER}])(?<![\w.-])(?:[{_UPPER}]\.|{_NAME})(?:{_BETWEEN}(?:{_NAME}|[{_UPPER}]\.)){{1,8}}(?![\w-])"
)
"""Words in capitals beside one another, any of which may be the first of a name."""
_CAPITALS = re.compile(r"[A-ZÆØÅ](?<![\w-].)[A-ZÆØÅ]{1,20} (?:[A-ZÆØÅ]\. |[A-ZÆØÅ]{2,20} )?[A-ZÆØÅ]{2,20}SEN(?![\w-])")
"""A name written in capitals throughout. Only a surname in -sen tells it from a heading."""
_PLACES = re.compile(
    r"(?:vej|vejen|gade|gaden|alle|allé|torv|torvet|plads|pladsen|stræde|kirke|skole|skolen|hus|huset|gård|gården|center"
    r"|centret|centeret|park|parken|fond|fonden|legat|prisen|kommune|region|sogn|havn|hospital|hospitalet|klinik|festival"
    r"|museum|museet|bibliotek|biblioteket|hallen|salen|klubben|foreningen|stiftelsen|skoven|søen|kirken|teater|teatret"
    r"|institut|instituttet|kollegiet|forlag|forlaget|børnehave|børnehaven|vuggestue|kiosk|dagen|aften)s?$"
    r"|^(?:street|road|lane|avenue|square|house|home|church|school|college|hall|hill|garden|gardens|centre|ward|council|trust"
    r"|foundation|award|prize|bridge|station|county|bay|island|day|week|team|service|services|manager)$",
    re.IGNORECASE,
)
_PLACE = re.compile(_PLACES.pattern.replace("(?:vej", "^(?:vej", 1), re.IGNORECASE)
"""A whole word for a place, which the words before it give its name."""
_FIRM = re.compile(r" (?:A/S|ApS|AMBA|I/S|P/S|K/S|Ltd|Inc|& (?:Co|Søn))\b")
_FIGURES = frozenset(
    {
        "anders and",
        "h. c. andersen",
        "harald blåtand",
        "holger danske",
        "karen blixen",
        "maria magdalene",
        "niels bohr",
        "peter pan",
        "peter plys",
        "rasmus klump",
        "rasmus modsat",
        "søren kierkegaard",
    }
)
"""Names from tales and from history, of whom a story may speak."""
_TITLED = re.compile(r"\b(?:[Hh]r\.?|[Ff]ru|[Ff]rk\.?|[Ff]røken|Mrs?\.?|Ms\.?|Miss) \Z")
_CROWNED = re.compile(r"\b(?:Sankt|Skt\.?|Sct\.?|Saint|St\.?|Kong|Dronning|(?:Kron)?[Pp]rins(?:esse)?|King|Queen) \Z")
_LONGEST = 3
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


def is_place(word: str) -> bool:
    """Return True if a word is a place, or the end of one's name, such as `ward` or `Skovgården`."""
    return _PLACES.search(word) is not None


def _listed(file: str) -> frozenset[str]:
    lines = (files(__package__) / file).read_text("utf-8").split("\n")
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def names(plain: Folded, apart: Collection[str] = (), language: Language = Language.DANISH) -> Iterator[Finding]:
    """Yield each possible full name of a person. `apart` are words that are never surnames here: those of the
    organisation and of the values."""
    known = given_names(language)
    second = known if language is Language.DANISH else _SECOND
    text = _CAPITALS.sub(lambda name: name[0].title(), plain.text)
    for row in _ROW.finditer(text):
        words = list(_WORD.finditer(text, *row.span()))
        if _PLACE.search(words[-1][0]) or _FIRM.match(text, row.end()):
            continue
        while len(words) > 1:
            first, last = words[0], _surname(words, row.start(), known, second)
            if last is None or {first[0], last[0]} & {*apart}:
                words = words[1:]
                continue
            name = " ".join(text[first.start() : last.end()].casefold().split())
            if name not in _FIGURES:
                yield Finding(NAME, *plain.origin(first.start(), last.end()), key=name)
            words = [word for word in words if word.start() >= last.end()]


def _surname(
    words: Sequence[re.Match[str]], row: int, known: Collection[str], second: Collection[str]
) -> re.Match[str] | None:
    """Return the last word of the name that begins with the first of the words, or None if no name does."""
    first, text = words[0], words[0].string
    for last in words[_LONGEST - 1 : 0 : -1]:
        is_given = last[0] in second or last[0].removesuffix("s") in second
        if is_given or len(last[0]) < _SHORTEST or _PLACES.search(last[0]):
            continue
        if _CROWNED.search(text, 0, first.start()):
            return None
        if first[0].split("-")[0] in known or _TITLED.search(text, 0, first.start()):
            return last
        initial = first[0].endswith(".") and first.start() == row
        within = first[0] not in _TITLES and not first[0].endswith(".") and _WITHIN.search(text, 0, first.start())
        if _SON.search(last[0]) and (initial or within):
            return last
    return None
