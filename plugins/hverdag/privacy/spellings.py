"""Spellings that are no plain row of digits: the last four crossed out, a month in words, a day of one digit."""

import re
from collections.abc import Iterator

from .dates import ADDED, added, is_date, is_nobodys
from .finding import CPR, CPR_LIKE, Finding
from .fold import Folded, fold
from .words import MONEY, TOWN, Company, company

HARD = re.compile(r"[ _\n\t\])]*[-./:•_=<>'’…][-./:•_=<>'’… \n\t\[(]*|[ \n\t]+")
"""What parts a date from four digits on purpose: a dash, a dot, a slash or a space, alone or several in a row."""
PAUSE = re.compile(r"[.:] *[ \n]")
"""The end of a sentence or a label, which joins nothing."""

_COVER = r"[xX*•#_?]"
_CROSSED = re.compile(
    r"(\d(?<![\d+]\d)\d)[-./ _*]{0,3}(\d\d)[-./ _*]{0,3}((?:18|19|20)?\d\d)"
    rf"(?P<part>[-./ :\n]{{0,5}})(?P<last>(?=\d{{0,3}}{_COVER})[\dxX*•#_?]{{4}})(?![\dxX*•#_?])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?P<year>(?:18|19|20)?\d\d)"
_LAST = r"(?P<last>\d{4})(?!\d|[-.,:/]\d)"
_ALONE = r"(?<![^\W_]\d)(?<![-.,/]\d)"
"""Behind the first digit, so that the scanner passes by all that is none."""
_LOOSELY = re.compile(
    rf"(?P<day>\d{_ALONE}\d?)(?P<first>[-./ ]{{1,2}})(?P<month>\d{{1,2}}|{_MONTH})(?P<second>[-./ ]{{1,2}}){_YEAR}"
    rf"(?P<part>[-./:_=<>'’… \n\t]{{1,8}}){_LAST}",
    re.IGNORECASE,
)
"""A date as it is written by hand, and four digits."""
_BACKWARDS = re.compile(
    rf"(?P<year>[12]{_ALONE}(?:(?<=1)[89]|(?<=2)0)\d\d)(?P<first>[-./]?)(?P<month>\d\d)(?P=first)(?P<day>\d\d)"
    rf"(?P<part> ?[-_/=>] ?){_LAST}"
)
"""The year first, as machines write dates."""
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def crossed(text: str, plain: Folded) -> Iterator[Finding]:
    """Yield numbers with a date and some of the last digits crossed out."""
    starred = fold(text, emphasis=True, links=True) if "*" in text or "_" in text else plain
    for found in _CROSSED.finditer(starred.text):
        day, month, year = found[1], found[2], found[3]
        known = re.sub(r"[^\d]", "x", found["last"])
        if not any(is_date(int(day) - more, int(month), int(year)) for more in ADDED):
            continue
        near = company(starred.text, found.start(), found.end())
        letters = set(found["last"]) - set("0123456789")
        if found["part"].isspace() and letters <= set("_?"):
            continue  # a line to write on, or a question
        rule = CPR if found["part"] or near is Company.PERSON else CPR_LIKE
        yield Finding(rule, *starred.origin(*found.span()), key=f"{day}{month}{year[-2:]}{known}")


def written(plain: Folded, doubtful: bool) -> Iterator[Finding]:
    """Yield numbers whose date is written as people write dates, with the month in words or a day of one digit, or with
    the year first. With `doubtful`, also what the words around it say is something else."""
    for pattern in (_LOOSELY, _BACKWARDS):
        for found in pattern.finditer(plain.text):
            digits = _digits(found)
            if digits:
                rule = _rule(found, plain.text) or (CPR_LIKE if doubtful else "")
                if rule:
                    yield Finding(rule, *plain.origin(*found.span()), key=digits)


def _digits(found: re.Match[str]) -> str:
    """The ten digits of a number, or nothing where it is nobody's."""
    day, month, year, last = found["day"], found["month"], found["year"], found["last"]
    if found.re is _LOOSELY and len(day) == 2 and month.isdigit() and len(month) == 2:
        return ""  # a plain row of digits, which is found as such
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    digits = f"{day:0>2}{month:0>2}{year[-2:]}{last}"
    whole = len(year) > 2
    if (whole and is_nobodys(year, last[0])) or added(digits, year[:2] if whole else "") is None:
        return ""
    return digits


def _rule(found: re.Match[str], text: str) -> str:  # noqa: PLR0911 one line for each kind of company
    near = company(text, *found.span())
    if near is Company.PERSON:
        return CPR
    if near in (Company.ITS_OWN, Company.LISTED) or PAUSE.search(found["part"]) or MONEY.match(text, found.end()):
        return ""
    if found.re is _BACKWARDS:
        return CPR if found["first"] and near is not Company.NUMBERED else CPR_LIKE
    if found["year"].startswith("20") and " " in found["part"] and TOWN.match(text, found.end()):
        return ""
    signs = {found[name].strip() for name in ("first", "second", "part")}
    told = found["month"].isdigit()
    if not found["part"].strip() and not told:
        return ""  # a date in words, and how many came that day
    if signs in ({"."}, {""}):
        return ""  # a version, or a row of numbers
    moment = not found["part"].strip() and _HOUR.fullmatch(found["last"])
    return CPR_LIKE if moment or near is Company.NUMBERED else CPR
