"""Detects contact details in a text: e-mail addresses, telephone numbers and street addresses."""

import re
from collections.abc import Iterator
from itertools import chain

from .finding import ADDRESS, MAIL, PHONE, Finding
from .fold import Folded
from .plain_digits import typed_digits
from .words import CALLED, CALLED_BEFORE, Company, company

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[(\[] ?(?:at|snabel-?a) ?[)\]] ?| snabel-?a )"
    r"[\w-]{1,63}(?:(?:\.| ?[(\[] ?dot ?[)\]] ?| punktum )[\w-]{2,63}){1,5}",
    re.IGNORECASE,
)
_AT = ("@", "at)", "at ]", "at )", "at]", "snabel")
_DIGITS = re.compile(r"[+(\d][+\d .()/_-]{6,40}\d")
"""A run of digits that may be a telephone number; a cheap filter before the exact pattern."""

_PHONE = re.compile(
    r"(?:(?<![\w+])|(?<=tlf)|(?<=Tlf))(?<!\d[-./,:])(?<!\d )"
    r"(?:(?:\+|00)45[ -]?|\((?:\+|00)?45\) ?|45 (?=\d\d \d\d \d\d \d\d(?!\d)))?"
    r"(?P<own>[2-9]\d(?:(?P<sign>[ ._-]|/)\d\d(?P=sign)\d\d(?P=sign)\d\d|\d\d[ -]?\d{4}|\d \d\d \d{3}| \d{3} \d{3}"
    r"|\d\d \d\d \d\d| \d\d \d{4}| \d{4} \d\d| \d{6}))"
    r"(?!\w|[-.,:]\d|/\d(?!\d(?!\d))| \d)"
    r"|(?<![\w+])\+(?!45)[1-9]\d{0,2}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\w)"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_OF_A_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]*\.? \Z", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d[ -]?(?:19|20)\d\d")

_STREETS = (
    r"(?:vej|vejen|gade|gaden|allé|alléen|alle|stræde|strædet|boulevard|boulevarden|promenaden|vænge|vænget|kaj"
    r"|landevej)"
)
_PLACES = (
    r"(?:plads|pladsen|torv|torvet|parken|park|haven|have|bakken|bakke|toften|marken|krogen|vangen|stien|sti|høj|draget"
    r"|kanalen)"
)
_NO_STREET = r"(?!(?:Motor|Hoved|Gen|Om|Ud|Halv|Under|Side|Cykel|Parallel|Afveje|Kommune)vej)"
_HOUSE = (
    r"(?:,? (?:nr\. ?)?\d{1,3} ?[A-Z]?\b(?! ?(?:år|minutter|timer|dage|uger|km|meter|gange|kroner|kr|af|og|til)\b))"
)
_FLOOR = r"(?:,? (?:\d{1,2}\.|st\.?|kl\.) ?(?:sal|tv|th|mf|\d{1,3})?\.?(?: ?(?:tv|th|mf)\.?)?)"
_TOWN = r"(?:,? ?\n? ?\d{4} [A-ZÆØÅ][\wæøå]+)"
_NAMED = r"[A-ZÆØÅ][\wæøåé.'-]{2,40}"
_ADDRESS = re.compile(
    rf"\b{_NO_STREET}(?:(?:{_NAMED} ){{1,3}}{_STREETS.replace('(?:', '(?i:')}|[A-ZÆØÅ][a-zæøåé'-]{{2,40}}{_STREETS}"
    rf"|[A-ZÆØÅ]{{2,40}}{_STREETS.upper()})"
    rf"{_HOUSE}{_FLOOR}?{_TOWN}?"
    rf"|\b(?:{_NAMED} ){{0,3}}(?:[A-ZÆØÅ][a-zæøåé'-]{{2,40}}{_PLACES}|{_PLACES.replace('(?:', '(?i:')}){_HOUSE}"
    rf"(?:{_FLOOR}{_TOWN}?|{_TOWN})"
)


_NUMBERED = re.compile(r",? (?:nr\. ?)?\d")
_ENDINGS = tuple(
    ending for word in re.findall(r"\w+", _STREETS + _PLACES) for ending in (word, word.capitalize(), word.upper())
)
"""Endings of the word before a house number."""


def mails(plain: Folded) -> Iterator[Finding]:
    """Yield each e-mail address."""
    lower = plain.text.lower()
    if not any(sign in lower for sign in _AT):
        return
    for match in _MAIL.finditer(plain.text):
        key = re.sub(r" ?[(\[]? ?\b(?:at|snabel-?a)\b ?[)\]]? ?", "@", match[0].casefold())
        yield Finding(MAIL, *plain.origin(*match.span()), key=key)


def phones(plain: Folded) -> Iterator[Finding]:
    """Yield each telephone number: eight digits in the usual Danish groupings, or a number with a country code."""
    text = typed_digits(plain.text)
    near = (_PHONE.finditer(text, run.start(), run.end() + 3) for run in _DIGITS.finditer(text))
    for match in chain.from_iterable(near):
        digits = re.sub(r"\D", "", match["own"] or match[0])
        coded = match["own"] is None or match[0] != match["own"]
        dated = _DAY.fullmatch(digits) or _YEARS.fullmatch(match[0])
        if not coded and (dated or (digits.startswith("20") and _OF_A_MONTH.search(text, 0, match.start()))):
            continue
        if coded or phone_is_meant(text, *match.span()):
            yield Finding(PHONE, *plain.origin(*match.span()), key=digits)


def phone_is_meant(text: str, start: int, end: int) -> bool:
    """Return True if the words near a number call it a telephone number, or nothing at all."""
    label = CALLED.search(text, max(0, start - CALLED_BEFORE), start)
    return label is not None or company(text, start, end) is Company.NONE


def addresses(plain: Folded) -> Iterator[Finding]:
    """Yield each street with a house number. Names that may be something else also need a floor or a town."""
    text = plain.text
    if not any(text.endswith(_ENDINGS, 0, number.start()) for number in _NUMBERED.finditer(text)):
        return
    for match in _ADDRESS.finditer(text):
        yield Finding(ADDRESS, *plain.origin(*match.span()), key=" ".join(match[0].casefold().split()))
