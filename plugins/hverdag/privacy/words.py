"""Classifies ten digits by the words near them."""

import re
from enum import Enum
from functools import cache
from importlib.resources import files


class Company(Enum):
    """What the nearby words call a number: a person's, a business matter's (which may still be a personal number),
    a kind that is never personal, or nothing."""

    PERSON = "person"
    BUSINESS = "business"
    ITS_OWN = "its own"
    NUMBERED = "numbered"
    """The word directly before it calls it a business number: an order, an invoice, a voucher."""
    NONE = "none"


_PERSON = (
    r"cpr|c\.p\.r|personn(?:um+(?:er|re)|r)|person-?(?:nr|id|nummer)|født|fødsels|f\. ?d\b|føds|personal number"
    r"|social security|born\b|date of birth|(?:sidste|last) (?:4|fire|four) ?[|:]"
)
_BUSINESS = (
    r"ordre|faktura|\bsag(?:en|er|s)?\b|sags(?:n|-n|id)|journal|\bj\.? ?n(?:r|ummer)|\bkonto|reg\.? ?n(?:r|ummer)"
    r"|registreringsn|varen|kunden|bestilling|kvittering|betaling|giro|medlemsn|\btlf|telefon|\bfax\b|mobil|serien|licens"
    r"|løben|stel(?:n|-n)|bilag|rekvisition|invoice|\border\b|\bcase\b|account|\bfik\b|lokalt? ?n|referencen|\bref\b"
)
_ITS_OWN = r"\bean\b|\bgln\b|isbn|\bissn\b|\bcvr\b|\bp-?n(?:r|ummer)|produktionsenhed|\biban\b|\bdoi\b|unix|\bzoom\b"
_WORDS = re.compile(
    rf"(?P<person>{_PERSON})|(?P<its_own>{_ITS_OWN})|(?P<business>{_BUSINESS})",
    re.IGNORECASE,
)
_RIGHT_BEFORE = re.compile(
    r"\b(?:(?P<listed>kle|emne|tilbud(?:s|det)?|udgaven?|version(?:en)?)|faktura|ordre|bilags?|vare(?=-?n))"
    r"(?:[ -]?(?:nr\b\.?|nummer))?(?:(?<!emne):)? ?\Z",
    re.IGNORECASE,
)
"""`Emne:` is the subject line of a letter, not the number of a subject."""
_KINDS = {"person": Company.PERSON, "its_own": Company.ITS_OWN, "business": Company.BUSINESS}

MONEY = re.compile(r" ?(?:kr\b|kroner\b|DKK\b)", re.IGNORECASE)
"""Directly after four digits: they are an amount of money."""
_WORKPLACE = "10"
"""The digits that the number of a workplace begins with."""
COUNTED = re.compile(
    rf"{MONEY.pattern}| ?(?:[kM]Wh|k?m[²³23]?|kg|tons?|liter|l|ha|stk|pct|[kMG]B|procent|timer|dage|sider|ansatte|besøg"
    r"|boliger|børn|elever|gæster|lejligheder|medlemmer|mennesker|personer|stemmer|(?:besøg|stud)er?ende|tilskuere|employees|people"
    r"|copies|homes|members|residents|visitors|votes)(?!\w)| ?[%€]"
    r"| (?!senere|videre|tidligere|nærmere)[a-zæøå]{3,}(?:ere|inger|ioner|arer|elser|heder)\b",
)
"""Directly after four digits: they are an amount of money, a measure, or how many there are of something."""
CALLED, CALLED_BEFORE = re.compile(r"tlf|tele(?:f|ph)on|mobil|ring|\bcall|\btel\b", re.IGNORECASE), 20
"""Before a number: it is a telephone number."""
_TOWN = re.compile(r" ([A-ZÆØÅ][a-zæøåé]+)")
"""Directly after four digits: they may be a postcode."""

BEFORE, AFTER = 40, 24
"""Number of characters before and after a number that are searched."""


@cache
def _towns() -> frozenset[str]:
    """Return the names of towns, each after the first digit of its postcode."""
    lines = (files(__package__) / "towns.txt").read_text("utf-8").split("\n")
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return frozenset(f"{digit}{town}" for digit, *towns in rows for town in towns)


def is_postcode(digits: str, text: str, end: int, year: str, parting: str = "") -> bool:
    """Return True if four digits after a date are a postcode: the town after them has such a one, or a name in capitals
    follows and the date is of our own century or on the line above. `year` is as it was written."""
    town = _TOWN.match(text, end)
    is_date = len(year) > 2 and (year.startswith("20") or "\n" in parting)
    return town is not None and (is_date or f"{digits[0]}{town[1]}" in _towns())


def company(text: str, start: int, end: int) -> Company:
    """Return what the nearest word before the number calls it; without one, PERSON if a word after it does so."""
    before = text[max(0, start - BEFORE) : start]
    right_before = _RIGHT_BEFORE.search(before)
    if right_before:
        return Company.ITS_OWN if right_before["listed"] else Company.NUMBERED
    # A word before another number refers to that number.
    near = re.split(r"\d{6}|\n\n|[|]{2}", before)[-1]
    matches = list(_WORDS.finditer(near))
    if matches and matches[-1][0].lower() == "pnr" and not text.startswith(_WORKPLACE, start):
        return Company.NONE  # it may stand for personnummer too
    if matches:
        return _KINDS[matches[-1].lastgroup or ""]
    behind = re.split(r"\d{6}|\n|[.;|]", text[end : end + AFTER])[0]
    return Company.PERSON if re.search(_PERSON, behind, re.IGNORECASE) else Company.NONE
