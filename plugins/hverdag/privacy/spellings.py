"""Detects less common spellings of personal numbers: digits crossed out, a month in words, a day of one digit."""

import re
from collections.abc import Iterator

from .dates import ADDED, added, is_date, is_nobodys, is_of_our_days
from .finding import CPR, CPR_LIKE, Finding
from .fold import Folded, fold
from .words import COUNTED, Company, company, is_postcode

HARD = re.compile(r"[ _\n\t\])]*[-./:•_=<>'’…][-./:•_=<>'’… \n\t\[(]*|[ \n\t]+")
"""A deliberate separator between a date and four digits: dashes, dots, slashes or spaces."""
PAUSE = re.compile(r"[.:] *[ \n]")
"""The end of a sentence or a label, which is no separator."""

_COVER = r"[xX*•#_?]"
_CROSSED = re.compile(
    r"(\d(?<![\d+]\d)\d)[-./ _*]{0,3}(\d\d)[-./ _*]{0,3}((?:18|19|20)?\d\d)"
    rf"(?P<part>[-./ :\n]{{0,5}})(?P<last>(?=\d{{0,3}}{_COVER})[\dxX*•#_?]{{4}})(?![\dxX*•#_?])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
"""How the months begin, in Danish and in English; `mar` is looked for before `ma`."""
_MONTH = (
    r"jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?"
    r"|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)?\d\d)"
_LAST = r"(?P<last>\d{4})(?!\d|[-.,:/]\d)"
_ALONE = r"(?:(?<![^\W_]\d)|(?<=[cC][pP][rR]\d))(?<!\d[-.,/]\d)"
"""Placed after the first digit, so that the regex engine skips everything that is no digit."""
_LOOSELY = re.compile(
    rf"(?P<day>\d{_ALONE}\d?){_TH}(?P<first>[-./ ]{{1,2}})(?P<month>\d{{1,2}}|{_MONTH})(?P<second>[-./ ]{{1,2}})"
    rf"{_YEAR}(?P<part>[-./:_=<>'’… \n\t]{{1,8}}|, ){_LAST}",
    re.IGNORECASE,
)
"""A date as people write it, and four digits."""
_MONTH_FIRST = re.compile(
    rf"(?P<month>(?<![^\W_])(?:{_MONTH}))(?P<first>\.? )(?P<day>\d\d?){_TH}(?P<second>,? )"
    rf"(?P<year>(?:18|19|20)\d\d)(?P<part>[-./:_=<>'’… \n\t]{{1,8}}|, ){_LAST}",
    re.IGNORECASE,
)
"""The same as Americans write it."""
_BACKWARDS = re.compile(
    rf"(?P<year>[12]{_ALONE}(?:(?<=1)[89]|(?<=2)0)\d\d)(?P<first>[-./]?)(?P<month>\d\d)(?P=first)(?P<day>\d\d)"
    rf"(?P<part> ?[-_/=>] ?| ){_LAST}"
)
"""A date with the year first, as computers write it, and four digits."""
_NEAR = 80
"""Number of characters on each side of `de sidste fire` that are searched for the date and the four digits."""
_SAID = re.compile(
    r"(?:sidste|last) (?:4|fire|four)(?=:|,| -| \d| ?[)|]|"
    r" (?:er|var|cif|siff|tal|hed|lyd|digit|are|is|were|in|i)\w*\b)|(?:fire|4|four) (?:sidste|last|tal|cifre|digits)\b"
    r"|sidste (?=\d{4}\b)|løbenr|løbenumme?r|kontrolcif|\bresten (?:er|var|hedder|lyder)\b"
    r"|(?:cpr|nummer)\w* (?:ender|slutter) (?:på|med)\b",
    re.IGNORECASE,
)
_CPR = re.compile(r"cpr|personnum|personal number", re.IGNORECASE)
_DATE = re.compile(
    rf"(?P<day>\d(?=\d{{5}}(?!\d)|\d{{7}}(?!\d)|\d?[-./ ]){_ALONE}\d?)[-./ ]{{0,2}}(?P<month>\d\d?|{_MONTH})"
    rf"[-./ ]{{0,2}}{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_FOUR = re.compile(r"\d(?<!\d\d)(?<![-./,:]\d)\d ?\d\d(?!\d|[-./,:]\d)")
_APART = re.compile(
    r"(?=[^\d]*[a-zæøå])[^\d\n.!?|]{1,40}(?P<last>(?!(?:19|20)\d\d)\d{4})(?!\d|[-./,:]\d)", re.IGNORECASE
)
"""Words between a date and four digits, and no end of a sentence."""
_CELLS = re.compile(r" ?\|{1,2}[^|\d]{1,40}\|{1,2} ?(?P<last>(?!(?:19|20)\d\d)\d{4})(?= ?(?:\||$))", re.MULTILINE)
"""A cell of a table between that of a date and that of four digits."""
_SHORT = re.compile(r"\d(?<![\w,.+-]\d)\d{8}(?![\w]|[-.,]\d)")
YEARS = re.compile(r"(?P<from>(?:18|19|20)\d\d) ?(?:-|til|to) ?(?P<to>(?:18|19|20)\d\d)")
_FIRST_CAMERA = "1995"
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def crossed(text: str, plain: Folded) -> Iterator[Finding]:
    """Yield numbers with a date and some of the last four digits crossed out."""
    starred = fold(text, emphasis=True, links=True) if "*" in text or "_" in text else plain
    for match in _CROSSED.finditer(starred.text):
        day, month, year = match[1], match[2], match[3]
        known = re.sub(r"[^\d]", "x", match["last"])
        if not any(is_date(int(day) - more, int(month), int(year)) for more in ADDED):
            continue
        near = company(starred.text, match.start(), match.end())
        letters = set(match["last"]) - set("0123456789")
        if match["part"].isspace() and letters <= set("_?"):
            continue  # a line to write on, or a question
        rule = CPR if match["part"] or near is Company.PERSON else CPR_LIKE
        yield Finding(rule, *starred.origin(*match.span()), key=f"{day}{month}{year[-2:]}{known}")


def written(plain: Folded, doubtful: bool) -> Iterator[Finding]:
    """Yield numbers with the month in words, a day of one digit, or the year first. With `doubtful`, also what the
    surrounding words call something else."""
    for pattern in (_LOOSELY, _MONTH_FIRST, _BACKWARDS):
        for match in pattern.finditer(plain.text):
            digits = _digits(match)
            if digits and not _is_of_a_date(match, plain.text):
                rule = _rule(match, plain.text) or (CPR_LIKE if doubtful else "")
                if rule:
                    yield Finding(rule, *plain.origin(*match.span()), key=digits)


def _digits(match: re.Match[str]) -> str:
    """Return the ten digits of a number, or an empty string if it cannot be a personal number."""
    day, month, year, last = match["day"], match["month"], match["year"], match["last"]
    if match.re is _LOOSELY and len(day) == 2 and month.isdigit() and len(month) == 2:
        return ""  # a plain row of digits, which the other detector finds
    if match.re is _BACKWARDS and match["part"] == " " and year >= _FIRST_CAMERA:
        return ""  # a day and an hour, as machines write them
    digits = f"{day:0>2}{_number_of(month):0>2}{year[-2:]}{last}"
    whole = len(year) > 2
    if (whole and is_nobodys(year, last[0])) or added(digits, year[:2] if whole else "") is None:
        return ""
    return digits


def _number_of(month: str) -> str:
    """Return the digits of a month that is written in digits or in words."""
    if month.isdigit():
        return month
    return str(next(number for number, begins in enumerate(_MONTHS, 1) if month.lower().startswith(begins)))


def _rule(match: re.Match[str], text: str) -> str:
    near = company(text, *match.span())
    if near is Company.PERSON:
        return CPR
    dashed = "-" in match["part"] and (match["first"] or match.re is _LOOSELY)
    if (near is Company.ITS_OWN and not dashed) or _is_something_else(match, text):
        return ""
    if match["part"] == ", " or (match.re is _BACKWARDS and match["part"] == " "):
        return CPR_LIKE
    if match.re is _BACKWARDS:
        return CPR if match["first"] and (dashed or near is not Company.NUMBERED) else CPR_LIKE
    moment = not match["part"].strip() and _HOUR.fullmatch(match["last"])
    return CPR_LIKE if moment or (near is Company.NUMBERED and not dashed) else CPR


def _is_something_else(match: re.Match[str], text: str) -> bool:
    """Return True if it is a date at the end of a sentence or followed by an amount, a day of these years and whatever
    is not joined tightly to it, the first day and the last year of a life, a version, or a row of numbers."""
    part, last = match["part"], match["last"]
    if PAUSE.search(part) or COUNTED.match(text, match.end()):
        return True
    life = YEARS.fullmatch(f"{match['year']}{part}{last}")
    if part != part.strip(" ,") and (life or is_of_our_days(match["year"], last[0])):
        return True
    return match.re is _LOOSELY and {match[name].strip() for name in ("first", "second", "part")} in ({"."}, {""})


def _is_of_a_date(match: re.Match[str], text: str) -> bool:
    """Return True if the four digits are an hour or a count after a date in words, or a postcode."""
    if match["part"] == "-" or company(text, *match.span()) is Company.PERSON:
        return False
    in_words = not match["month"].isdigit() and not match["part"].strip()
    return in_words or is_postcode(match["last"], text, match.end(), match["year"])


def far_apart(plain: Folded) -> Iterator[Finding]:
    """Yield numbers with words between the date and the last four digits. Words such as `de sidste fire` say what they
    are, in any order; without them, a date and four digits in one sentence may be a number."""
    dates = [match for match in _DATE.finditer(plain.text) if _born(match)]
    for date in dates:
        rule, four = CPR, _said_four(date, dates, plain.text)
        if four is None and (apart := _APART.match(plain.text, date.end())):
            rule, four = _rule_of_apart(date, apart, plain.text), apart
        elif four is None and date[0].isdigit():
            rule, four = CPR_LIKE, _CELLS.match(plain.text, date.end())
        if four and rule:
            span = min(date.start(), four.start()), max(date.end(), four.end())
            yield Finding(rule, *plain.origin(*span), key=_born(date) + re.sub(r"\D", "", four[0]))


def shortened(plain: Folded) -> Iterator[Finding]:
    """Yield numbers that a table program has taken the first nought of, where the words call them personal numbers."""
    for match in _SHORT.finditer(plain.text):
        digits = f"0{match[0]}"
        if added(digits, "") is not None and company(plain.text, *match.span()) is Company.PERSON:
            yield Finding(CPR, *plain.origin(*match.span()), key=digits)


def _said_four(date: re.Match[str], dates: list[re.Match[str]], text: str) -> re.Match[str] | None:
    """Return the four digits that words near a date call the last four of a number, or None."""
    for said in _SAID.finditer(text, max(0, date.start() - _NEAR), date.end() + _NEAR):
        fours = _FOUR.finditer(text, max(0, said.start() - _NEAR), said.end() + _NEAR)
        outside = [four for four in fours if all(_distance(four, other) for other in dates)]
        if outside:
            return min(outside, key=lambda four: (four.start() < said.end(), _distance(four, said)))
    return None


def _rule_of_apart(date: re.Match[str], apart: re.Match[str], text: str) -> str:
    year, last = date["year"], apart["last"]
    if len(year) > 2 and is_nobodys(year, last[0]):
        return ""
    if COUNTED.match(text, apart.end()) or is_postcode(last, text, apart.end(), year):
        return ""
    if _CPR.search(text, max(0, date.start() - _NEAR // 2), apart.end() + _NEAR // 2):
        return CPR
    near = company(text, date.start(), apart.end())
    plainly = near is Company.NONE and date[0].isdigit() and not is_of_our_days(year, last[0])
    return CPR_LIKE if near is Company.PERSON or plainly else ""


def _born(match: re.Match[str]) -> str:
    """Return the six digits of a date, or an empty string if there is no such day."""
    digits = f"{match['day']:0>2}{_number_of(match['month']):0>2}{match['year'][-2:]}"
    return digits if added(f"{digits}0000", "") is not None else ""


def _distance(match: re.Match[str], other: re.Match[str]) -> int:
    """Return how far apart two places are; 0 where they overlap."""
    return max(other.start() - match.end() + 1, match.start() - other.end() + 1, 0)
