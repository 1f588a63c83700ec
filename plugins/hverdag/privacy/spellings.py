"""Detects less common spellings of personal numbers: digits crossed out, a month in words, a day of one digit."""

import re
from collections.abc import Iterator

from .dates import ADDED, added, is_date, is_nobodys
from .finding import CPR, CPR_LIKE, Finding
from .fold import Folded, fold
from .words import MONEY, TOWN, Company, company

HARD = re.compile(r"[ _\n\t\])]*[-./:•_=<>'’…][-./:•_=<>'’… \n\t\[(]*|[ \n\t]+")
"""A deliberate separator between a date and four digits: dashes, dots, slashes or spaces."""
PAUSE = re.compile(r"[.:] *[ \n]")
"""The end of a sentence or a label, which is no separator."""

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
"""Placed after the first digit, so that the regex engine skips everything that is no digit."""
_LOOSELY = re.compile(
    rf"(?P<day>\d{_ALONE}\d?)(?P<first>[-./ ]{{1,2}})(?P<month>\d{{1,2}}|{_MONTH})(?P<second>[-./ ]{{1,2}}){_YEAR}"
    rf"(?P<part>[-./:_=<>'’… \n\t]{{1,8}}){_LAST}",
    re.IGNORECASE,
)
"""A date as people write it, and four digits."""
_BACKWARDS = re.compile(
    rf"(?P<year>[12]{_ALONE}(?:(?<=1)[89]|(?<=2)0)\d\d)(?P<first>[-./]?)(?P<month>\d\d)(?P=first)(?P<day>\d\d)"
    rf"(?P<part> ?[-_/=>] ?){_LAST}"
)
"""A date with the year first, as computers write it, and four digits."""
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
    for pattern in (_LOOSELY, _BACKWARDS):
        for match in pattern.finditer(plain.text):
            digits = _digits(match)
            if digits:
                rule = _rule(match, plain.text) or (CPR_LIKE if doubtful else "")
                if rule:
                    yield Finding(rule, *plain.origin(*match.span()), key=digits)


def _digits(match: re.Match[str]) -> str:
    """Return the ten digits of a number, or an empty string if it cannot be a personal number."""
    day, month, year, last = match["day"], match["month"], match["year"], match["last"]
    if match.re is _LOOSELY and len(day) == 2 and month.isdigit() and len(month) == 2:
        return ""  # a plain row of digits, which the other detector finds
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    digits = f"{day:0>2}{month:0>2}{year[-2:]}{last}"
    whole = len(year) > 2
    if (whole and is_nobodys(year, last[0])) or added(digits, year[:2] if whole else "") is None:
        return ""
    return digits


def _rule(match: re.Match[str], text: str) -> str:  # noqa: PLR0911 one line for each kind of company
    near = company(text, *match.span())
    if near is Company.PERSON:
        return CPR
    if near in (Company.ITS_OWN, Company.LISTED) or PAUSE.search(match["part"]) or MONEY.match(text, match.end()):
        return ""
    if match.re is _BACKWARDS:
        return CPR if match["first"] and near is not Company.NUMBERED else CPR_LIKE
    if match["year"].startswith("20") and " " in match["part"] and TOWN.match(text, match.end()):
        return ""
    signs = {match[name].strip() for name in ("first", "second", "part")}
    is_numeric = match["month"].isdigit()
    if not match["part"].strip() and not is_numeric:
        return ""  # a date in words, and a count
    if signs in ({"."}, {""}):
        return ""  # a version, or a row of numbers
    moment = not match["part"].strip() and _HOUR.fullmatch(match["last"])
    return CPR_LIKE if moment or near is Company.NUMBERED else CPR
