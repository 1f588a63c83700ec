"""Dates and numbers as people and spreadsheets write them in a cell."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME}", re.ASCII | re.IGNORECASE)
_FIGURES = re.compile(
    rf"(?:[^\W\d]+\.?\s+)?(?:den\s+)?(\d{{1,2}})\s*[./-]\s*(\d{{1,2}})\s*[./-]\s*(\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?:[^\W\d]+\.?,?\s+)?(?:den\s+)?(\d{{1,2}})\.?\s*-?\s*([^\W\d]+)\.?,?\s*-?\s*(\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_MONTH_NAMES = """
jan feb mar apr maj jun jul aug sep okt nov dec
januar februar marts april maj juni juli august september oktober november december
jan feb mar apr may jun jul aug sept oct nov dec
january february march april may june july august september october november december
"""
_MONTHS = tuple(names.split() for names in _MONTH_NAMES.strip().splitlines())
_HALF_DAY = re.compile(r"\d\s*[ap]\.?m\.?$", re.IGNORECASE)
_SERIAL = re.compile(r"[45]\d{4}", re.ASCII)
_SERIAL_ZERO = date(1899, 12, 30)
_ABOUT = r"(?:(?:ca|cirka|circa|omkring|omtrent|about|around|ialt|i alt)\.?\s*|~\s*|≈\s*)?"
_OF_WHAT = (
    r"(?:\s*(?:personer|person|pers|deltagere|deltager|medarbejdere|medarbejder|kolleger|kollegaer|ansatte|mennesker"
    r"|stk|people|persons|participants|participant|staff|colleagues)\.?)?"
)
_NUMBER = re.compile(rf"{_ABOUT}(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,9}})(?:[.,]0{{1,2}})?{_OF_WHAT}", re.IGNORECASE)


def parse_day(text: str) -> date | None:
    """Return the day that a text is, with the day before the month; None if it is none. The year 26 is 2026."""
    line = text.strip()
    if _SERIAL.fullmatch(line):
        return _SERIAL_ZERO + timedelta(days=int(line))  # what a spreadsheet calls a date inside
    iso = _ISO.fullmatch(line)
    if iso:
        return _day(iso[3], iso[2], iso[1])
    figures = _FIGURES.fullmatch(line)
    if figures:
        return _day(figures[1], figures[2], figures[3])
    words = _WORDS.fullmatch(line)
    if words:
        month = next((names.index(name) + 1 for names in _MONTHS if (name := words[2].casefold()) in names), 0)
        return _day(words[1], str(month), words[3])
    return None


def is_month_first(text: str) -> bool:
    """Return True if a text is a date only when the month comes before the day, as 4/13/26, or if its time of day is
    written as where the month comes first."""
    figures = _FIGURES.fullmatch(text.strip())
    if not figures or not _day(figures[2], figures[1], figures[3]):
        return False
    return parse_day(text) is None or bool(_HALF_DAY.search(text))


def is_either_way(text: str) -> bool:
    """Return True if a text is a date with strokes that would be another day with the month first, as 3/4/26."""
    figures = _FIGURES.fullmatch(text.strip())
    if not figures or "/" not in text or int(figures[1]) == int(figures[2]):
        return False
    return all(_day(*pair, figures[3]) for pair in ((figures[1], figures[2]), (figures[2], figures[1])))


def first_month_first(texts: Iterable[str]) -> str:
    """Return the first of several texts in which the month comes first; an empty string if there is none."""
    return next((text for text in texts if is_month_first(text)), "")


def parse_number(text: str) -> int | None:
    """Return the whole number that a text is, as `8`, `8,0`, `1.200`, `8 people` or `ca. 8`; None if it is none. A
    range or a sum is none: nobody knows what was counted."""
    found = _NUMBER.fullmatch(" ".join(text.split()))
    return int(found[1].replace(".", "")) if found and found[1].isascii() else None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
