"""Where a text says how a person can be reached: an e-mail address, a telephone number, the street someone lives in."""

import re
from collections.abc import Iterator
from itertools import chain

from .finding import ADDRESS, MAIL, PHONE, Finding
from .fold import Folded
from .words import Company, company

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[(\[] ?(?:at|snabel-?a) ?[)\]] ?| snabel-?a )"
    r"[\w-]{1,63}(?:(?:\.| ?[(\[] ?dot ?[)\]] ?| punktum )[\w-]{2,63}){1,5}",
    re.IGNORECASE,
)
_AT = ("@", "at)", "at ]", "at )", "at]", "snabel")
_DIGITS = re.compile(r"[+(\d][\d .()/-]{6,40}\d")
"""Where a telephone number may be: the rest is passed by fast."""

_PHONE = re.compile(
    r"(?<![\w+])(?<!\d[-./,:])(?<!\d )(?:(?:\+|00)45[ -]?|\(\+45\) ?)?"
    r"(?P<own>[2-9]\d(?:(?P<sign>[ .-]|/)\d\d(?P=sign)\d\d(?P=sign)\d\d|\d\d[ -]?\d{4}|\d \d\d \d{3}| \d{3} \d{3}))"
    r"(?!\w|[-./,:]\d| \d)"
    r"|(?<![\w+])\+(?!45)[1-9]\d{0,2}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\w)"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d[ -]?(?:19|20)\d\d")

_STREETS = r"(?:vej|vejen|gade|gaden|allé|alléen|alle|stræde|strædet|boulevard|vænge|vænget|kaj|landevej)"
_PLACES = r"(?:plads|pladsen|torv|torvet|parken|park|haven|have|bakken|bakke|toften|marken|krogen|vangen|stien|sti)"
_NO_STREET = r"(?!(?:Motor|Hoved|Gen|Om|Ud|Halv|Under|Side|Cykel|Parallel|Afveje|Kommune)vej)"
_HOUSE = (
    r"(?:,? (?:nr\. ?)?\d{1,3} ?[A-Z]?\b(?! ?(?:år|minutter|timer|dage|uger|km|meter|gange|kroner|kr|af|og|til)\b))"
)
_FLOOR = r"(?:,? (?:\d{1,2}\.|st\.?|kl\.) ?(?:sal|tv|th|mf|\d{1,3})?\.?(?: ?(?:tv|th|mf)\.?)?)"
_TOWN = r"(?:,? ?\n? ?\d{4} [A-ZÆØÅ][\wæøå]+)"
_NAMED = r"[A-ZÆØÅ][\wæøåé.'-]{2,40}"
_ADDRESS = re.compile(
    rf"\b{_NO_STREET}(?:(?:{_NAMED} ){{1,3}}{_STREETS.replace('(?:', '(?i:')}|[A-ZÆØÅ][a-zæøåé'-]{{2,40}}{_STREETS})"
    rf"{_HOUSE}{_FLOOR}?{_TOWN}?"
    rf"|\b(?:{_NAMED} ){{0,3}}(?:[A-ZÆØÅ][a-zæøåé'-]{{2,40}}{_PLACES}|{_PLACES.replace('(?:', '(?i:')}){_HOUSE}"
    rf"(?:{_FLOOR}{_TOWN}?|{_TOWN})"
)


_NUMBERED = re.compile(r",? (?:nr\. ?)?\d")
_ENDINGS = tuple(
    ending for word in re.findall(r"\w+", _STREETS + _PLACES) for ending in (word, word.capitalize(), word.upper())
)
"""How the word before a house number ends."""


def mails(plain: Folded) -> Iterator[Finding]:
    """Yield each e-mail address."""
    lower = plain.text.lower()
    if not any(sign in lower for sign in _AT):
        return
    for found in _MAIL.finditer(plain.text):
        key = re.sub(r" ?[(\[]? ?\b(?:at|snabel-?a)\b ?[)\]]? ?", "@", found[0].casefold())
        yield Finding(MAIL, *plain.origin(*found.span()), key=key)


def phones(plain: Folded) -> Iterator[Finding]:
    """Yield each telephone number: eight digits in the ways they are written, or a number with a country's code."""
    near = (_PHONE.finditer(plain.text, one.start(), one.end() + 3) for one in _DIGITS.finditer(plain.text))
    for found in chain.from_iterable(near):
        digits = re.sub(r"\D", "", found["own"] or found[0])
        coded = found["own"] is None or found[0] != found["own"]
        if not coded and (_DAY.fullmatch(digits) or _YEARS.fullmatch(found[0])):
            continue
        said = company(plain.text, *found.span())
        called = re.search(r"tlf|telefon|mobil|ring", plain.text[max(0, found.start() - 20) : found.start()], re.I)
        if coded or called or said is Company.NONE:
            yield Finding(PHONE, *plain.origin(*found.span()), key=digits)


def addresses(plain: Folded) -> Iterator[Finding]:
    """Yield each street with a number; of names that may be something else, only with a floor or a town."""
    text = plain.text
    if not any(text.endswith(_ENDINGS, 0, one.start()) for one in _NUMBERED.finditer(text)):
        return
    for found in _ADDRESS.finditer(text):
        yield Finding(ADDRESS, *plain.origin(*found.span()), key=" ".join(found[0].casefold().split()))
