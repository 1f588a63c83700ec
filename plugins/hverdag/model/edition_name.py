"""What an edition is called in another language, where its name says no more than a number or a date."""

import re
from collections.abc import Mapping

from .language import Language

_WORD: Mapping[Language, str] = {Language.DANISH: "udgave", Language.ENGLISH: "edition"}
_COUNTED: Mapping[Language, str] = {
    Language.DANISH: "første anden tredje fjerde femte sjette syvende ottende niende tiende",
    Language.ENGLISH: "first second third fourth fifth sixth seventh eighth ninth tenth",
}
_TIMES: Mapping[Language, str] = {
    Language.DANISH: "forår sommer efterår vinter januar februar marts april maj juni juli august september oktober "
    "november december",
    Language.ENGLISH: "spring summer autumn winter January February March April May June July August September October "
    "November December",
}
_ORDINAL: Mapping[Language, str] = {Language.DANISH: r"\d+\.", Language.ENGLISH: r"\d+(?:st|nd|rd|th)"}
_TEENS = range(11, 14)
_ENDINGS: Mapping[int, str] = {1: "st", 2: "nd", 3: "rd"}


def edition_in(language: Language, edition: str) -> str:
    """Return what an edition is called in a language, as `1st edition` for `1. udgave`; "" if its name is made of other
    words, so that only people know."""
    if not any(map(str.isalpha, edition)):
        return edition
    for other in Language:
        named = _read(edition, other)
        if named:
            found = " ".join(_said(part, other, language) for part in named)
            return found[0].upper() + found[1:] if edition[0].isupper() else found
    return ""


def _read(edition: str, language: Language) -> list[str]:
    """Return the words of an edition's name if each of them is known in a language; otherwise nothing."""
    parts = edition.split()
    known = f"{_WORD[language]} {_COUNTED[language]} {_TIMES[language]}".casefold().split()
    number = rf"{_ORDINAL[language]}|[\d./:–-]+"
    plain = [part.rstrip(",").casefold() for part in parts]
    return parts if all(part in known or re.fullmatch(number, part) for part in plain) else []


def _said(part: str, was: Language, language: Language) -> str:
    """Return one word of an edition's name in another language."""
    plain, comma = part.rstrip(","), "," * part.endswith(",")
    if re.fullmatch(_ORDINAL[was], plain, re.IGNORECASE):
        return f"{_ordinal(int(re.sub('[^0-9]', '', plain)), language)}{comma}"
    for words in (_WORD, _COUNTED, _TIMES):
        known = words[was].casefold().split()
        if plain.casefold() in known:
            return f"{words[language].split()[known.index(plain.casefold())]}{comma}"
    return part


def _ordinal(number: int, language: Language) -> str:
    if language is Language.DANISH:
        return f"{number}."
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
