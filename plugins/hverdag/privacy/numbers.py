"""Detects personal numbers (CPR), and ten digits that look like one.

Ten digits prove nothing by themselves: of random ones, three in a hundred begin with a valid date. The evidence is the
way they are written (a dash after the date), the words around them, and the modulus 11 check, which every number issued
before 2007 passes, and one in eleven of all others.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import CENTURIES, added, is_nobodys
from .finding import CPR, CPR_LIKE, Finding
from .fold import Folded, fold
from .plain_digits import plain_digits
from .readings import CHAIN, DAY_AND_MONTH, DIGITS, LAST, LONG, Form, Spelt, form_of, readings
from .spellings import crossed, far_apart, written
from .words import MONEY, Company, company, is_postcode

_DRAWING = re.compile(r"""\b(?:d|points|viewBox)=(?:"[Mm\d][-\d., A-Za-z\n]*"|'[Mm\d][-\d., A-Za-z\n]*')""")
"""Coordinates of an SVG drawing, which are not searched."""

_MAY_HOLD_DIGITS = re.compile(r"[\d&%\\⁰-⁹²³¹₀-₉①-⓿❶-➓፩-፱]")
"""A digit, or the start of what stands for one; most texts have none, and are not folded."""
_FEWEST = 6
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_NAME = re.compile(r"\S+\.[A-Za-z][A-Za-z0-9]{1,4}|[A-Za-zÆØÅæøå_-]+[-_]\d{6}[-_]\d{4}")
_LONGEST_NAME = 250


def numbers(text: str, doubtful: bool = False) -> Iterator[Finding]:
    """Yield every personal number in a text, and what looks like one, in reading order. With `doubtful`, also what the
    surrounding words call something else, and every other way to read its digits: when masking, too much is better than
    too little."""
    if not _MAY_HOLD_DIGITS.search(text):
        return
    plain = fold(text, links=True)
    plain = replace(plain, text=plain_digits(plain.text))
    findings = [*_grouped(plain, doubtful), *crossed(text, plain), *written(plain, doubtful), *far_apart(plain)]
    findings += _unseen(text, plain, doubtful)
    yield from (_united if doubtful else _best)(findings)


def _best(findings: list[Finding]) -> list[Finding]:
    """Return findings that do not overlap: a sure one before a doubtful one, and the first before the next."""
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda item: (item.rule != CPR, item.start, -item.end)):
        if all(finding.end <= other.start or other.end <= finding.start for other in chosen):
            chosen.append(finding)
    return sorted(chosen, key=lambda item: item.start)


def _united(findings: list[Finding]) -> list[Finding]:
    """Return the findings with overlapping ones as one, so that no digit of any of them is left."""
    united: list[Finding] = []
    for finding in sorted(findings, key=lambda item: (item.start, -item.end)):
        if united and finding.start < united[-1].end:
            surest = min(united[-1], finding, key=lambda item: item.rule != CPR)
            first, end = united[-1].start, max(united[-1].end, finding.end)
            united[-1] = replace(surest, start=first, end=end)
        else:
            united.append(finding)
    return united


def _unseen(text: str, plain: Folded, doubtful: bool) -> Iterator[Finding]:
    """Yield the numbers in tags and targets of links: readers do not see them, but the page's source contains them."""
    for start, end in plain.thrown:
        inside = _DRAWING.sub(lambda match: " " * len(match[0]), text[start:end])
        for number in numbers(inside, doubtful) if sum(map(str.isdigit, inside)) >= _FEWEST else ():
            yield replace(number, start=start + number.start, end=start + number.end)


def _grouped(plain: Folded, doubtful: bool) -> Iterator[Finding]:
    for chain in CHAIN.finditer(plain.text):
        if sum(map(str.isdigit, chain[0])) < DIGITS:
            continue
        for spelt in readings(chain):
            rule = _verdict(spelt, plain.text) or (CPR_LIKE if doubtful and _may_be_one(spelt, plain.text) else "")
            if rule:
                yield Finding(rule, *plain.origin(spelt.start, spelt.end), key=spelt.short)


def _may_be_one(spelt: Spelt, text: str) -> bool:
    """Return True if it can be a number at all. A space in an odd place may have been a line break."""
    if len(spelt.digits) == LONG and not spelt.cuts:
        return spelt.year[:2] in CENTURIES
    if _date_of(spelt) is None or spelt.is_of_dates or _is_something_else(spelt, text):
        return False
    broken = len(spelt.cuts) == 1 and not spelt.joins[0].strip() and len(spelt.digits) == DIGITS
    return (broken and LAST * 2 not in spelt.cuts) or form_of(spelt, wrapped=True) is not None


def _date_of(spelt: Spelt) -> int | None:
    """Return what was added to the day of the birth date, as dates.added does, or None if there is no date."""
    whole = len(spelt.digits) == LONG
    if whole and (not spelt.cuts or spelt.year[:2] not in CENTURIES or is_nobodys(spelt.year, spelt.digits[8])):
        return None
    return added(spelt.short, spelt.year[:2] if whole else "")


def _verdict(spelt: Spelt, text: str) -> str:
    """Return the rule that a spelling breaks, or an empty string."""
    more, form = _date_of(spelt), form_of(spelt)
    if more is None or form is None or text[max(0, spelt.start - 2) : spelt.start].rstrip().endswith("+"):
        return ""
    near = company(text, spelt.start, spelt.end)
    if near is not Company.PERSON and _is_something_else(spelt, text):
        return ""
    if form is Form.LOOSE:
        return _loose(spelt, near, bool(more), text)
    if "-" not in spelt.parting and near in (Company.ITS_OWN, Company.NUMBERED):
        return CPR_LIKE if near is Company.NUMBERED else ""  # with a dash, no word excuses it
    return CPR_LIKE if _is_a_moment(spelt, text, near) else CPR


def _is_something_else(spelt: Spelt, text: str) -> bool:
    """Return True if it is a date followed by an amount of money, or by a postcode and a town."""
    parting = spelt.joins[-1] if spelt.joins else ""
    if spelt.groups[-1] != LAST or parting.rstrip("\n") == "-" or not parting:
        return False
    dated = len(spelt.year) > 2 or set(DAY_AND_MONTH) <= set(spelt.cuts)
    if MONEY.match(text, spelt.end):
        return True
    return dated and is_postcode(spelt.digits[-LAST:], text, spelt.end, spelt.year, parting)


def _is_a_moment(spelt: Spelt, text: str, near: Company) -> bool:
    """Return True if it is the date and time in a file name, as cameras write them."""
    if near is Company.PERSON or spelt.groups[-1] != LAST or not _HOUR.fullmatch(spelt.digits[-LAST:]):
        return False
    return spelt.joins[-1] in ("-", "_") and len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def _loose(spelt: Spelt, near: Company, more: bool, text: str) -> str:
    """Return the rule for ten digits that are not separated like a personal number, or an empty string."""
    if _is_part_of_more(spelt, text):
        return ""
    if near is Company.PERSON:
        return CPR
    glued = text[spelt.start - 1 : spelt.start].isalpha() or text[spelt.end : spelt.end + 1].isalpha()
    of_our_days = len(spelt.year) > 2 and spelt.year.startswith("20")
    if near is Company.ITS_OWN or glued or more or of_our_days:
        return ""
    # Imported here: it loads network libraries, and most texts have no such number.
    from stdnum.dk import cpr  # noqa: PLC0415

    sure = cpr.checksum(spelt.short) == 0 or spelt.digits.startswith("0101")
    if near in (Company.BUSINESS, Company.NUMBERED):
        return CPR_LIKE if sure else ""
    return CPR if sure else CPR_LIKE


def _is_part_of_more(spelt: Spelt, text: str) -> bool:
    """Return True if ten digits belong to a bank account, or are part of a row or a table of numbers."""
    if len(spelt.groups) == 1:
        account = re.fullmatch(rf"\d{{{LAST}}}[ -]{{1,3}}", spelt.before) and not spelt.after
        tight = any(side and re.fullmatch(r"\d*[-./:]?\d*", side) for side in (spelt.before, spelt.after))
        return bool(account or tight) or bool(re.search(r"\d[.,]$", text[: spelt.start][-2:]))
    return bool(spelt.before or spelt.after) and len(spelt.groups) > 2
