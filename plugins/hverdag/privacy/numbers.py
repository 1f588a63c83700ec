"""Detects personal numbers (CPR), and ten digits that look like one.

Ten digits prove nothing by themselves: of random ones, three in a hundred begin with a valid date. The evidence is the
way they are written (a dash after the date), the words around them, and the modulus 11 check, which every number issued
before 2007 passes, and one in eleven of all others.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import CENTURIES, added, is_nobodys, is_of_our_days
from .finding import CPR, CPR_LIKE, Finding
from .fold import Folded, fold, unwrapped
from .plain_digits import plain_digits
from .readings import CHAIN, DAY_AND_MONTH, DIGITS, LAST, LONG, Form, Spelt, form_of, readings
from .spellings import YEARS, crossed, far_apart, shortened, written
from .words import CALLED, CALLED_BEFORE, COUNTED, Company, company, is_postcode

_DRAWING = re.compile(r"""\b(?:d|points|viewBox)=(?:"[Mm\d][-\d., A-Za-z\n]*"|'[Mm\d][-\d., A-Za-z\n]*')""")
"""Coordinates of an SVG drawing, which are not searched."""

_MAY_HOLD_DIGITS = re.compile(r"[\d&%\\⁰-⁹²³¹₀-₉①-⓿❶-➓፩-፱]")
"""A digit, or the start of what stands for one; most texts have none, and are not folded."""
_FEWEST = 6
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])")
_BLANKS = re.compile(r"(?: ?- ?| )+")
_LOOSELY = re.compile(r"[\s,:;|(]")
_FIRST_CAMERA, _LAST_CAMERA = "95", "30"
"""The years of digital cameras begin and end so."""
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
    one_line = replace(plain, text=unwrapped(plain.text))
    findings = [*_grouped(plain, doubtful), *crossed(text, plain), *written(one_line, doubtful), *far_apart(one_line)]
    findings += shortened(plain)
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
    if more is not None and form is None and _BLANKS.fullmatch("".join(spelt.joins)) and not spelt.is_chained:
        return CPR if company(text, spelt.start, spelt.end) is Company.PERSON else ""
    if more is None or form is None or text[max(0, spelt.start - 2) : spelt.start].rstrip().endswith("+"):
        return ""
    near = company(text, spelt.start, spelt.end)
    is_else = _is_something_else(spelt, text) or _is_an_hour(spelt) or _is_extended(spelt, text)
    if near is not Company.PERSON and is_else:
        return ""
    if form is Form.LOOSE:
        return _loose(spelt, near, bool(more), text)
    if "-" not in spelt.parting and near in (Company.ITS_OWN, Company.NUMBERED):
        return CPR_LIKE if near is Company.NUMBERED else ""  # with a dash, no word excuses it
    return CPR_LIKE if _is_a_moment(spelt, text, near) else CPR


def _is_something_else(spelt: Spelt, text: str) -> bool:
    """Return True if it is a date followed by an amount or an hour, by a postcode and a town, or by the last year of a
    life."""
    parting = spelt.joins[-1] if spelt.joins else ""
    if spelt.groups[-1] != LAST or parting.rstrip("\n") == "-" or not parting:
        return False
    dated = len(spelt.year) > 2 or set(DAY_AND_MONTH) <= set(spelt.cuts)
    life = YEARS.fullmatch(f"{spelt.year}{parting}{spelt.digits[-LAST:]}")
    if life or COUNTED.match(text, spelt.end) or (dated and _is_an_hour(spelt)):
        return True
    return dated and is_postcode(spelt.digits[-LAST:], text, spelt.end, spelt.year, parting)


def _is_an_hour(spelt: Spelt) -> bool:
    """Return True if it is a date of these years, and an hour, a day and a month, or after a date with signs any four
    digits. Nothing joins them tightly."""
    parting, last = spelt.joins[-1] if spelt.joins else "", spelt.digits[-LAST:]
    if spelt.groups[-1] != LAST or not _LOOSELY.search(parting) or not is_of_our_days(spelt.year, last[0]):
        return False
    return set(DAY_AND_MONTH) <= set(spelt.cuts) or bool(_HOUR.fullmatch(last) or _DAY.fullmatch(last))


def _is_extended(spelt: Spelt, text: str) -> bool:
    """Return True if it is a telephone number and its extension."""
    if spelt.groups[:3] != (2, 2, 2) or set(spelt.joins[:2]) != {" "} or not re.fullmatch(r"\d\d ", spelt.before):
        return False
    return bool(CALLED.search(text, max(0, spelt.start - len(spelt.before) - CALLED_BEFORE), spelt.start))


def _is_a_moment(spelt: Spelt, text: str, near: Company) -> bool:
    """Return True if it is the date and time in a file name, as cameras write them."""
    if near is Company.PERSON or spelt.groups[-1] != LAST or not _HOUR.fullmatch(spelt.digits[-LAST:]):
        return False
    if _FIRST_CAMERA > spelt.year[-2:] >= _LAST_CAMERA:
        return False
    return spelt.joins[-1] in ("-", "_") and len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def _loose(spelt: Spelt, near: Company, more: bool, text: str) -> str:
    """Return the rule for ten digits that are not separated like a personal number, or an empty string."""
    if _is_part_of_more(spelt, text):
        return ""
    if near is Company.PERSON:
        return CPR
    glued = text[spelt.start - 1 : spelt.start].isalpha() or text[spelt.end : spelt.end + 1].isalpha()
    dated = set(DAY_AND_MONTH) <= set(spelt.cuts) and len(spelt.cuts) < DIGITS - 1
    of_our_days = dated and is_of_our_days(spelt.year, spelt.digits[-LAST])
    of_our_days = of_our_days or (len(spelt.year) > 2 and spelt.year.startswith("20"))
    if near is Company.ITS_OWN or glued or more or of_our_days:
        return ""
    # Imported here: it loads network libraries, and most texts have no such number.
    from stdnum.dk import cpr  # noqa: PLC0415

    sure = cpr.checksum(spelt.short) == 0 or spelt.digits.startswith("0101")
    if near in (Company.BUSINESS, Company.NUMBERED):
        return CPR_LIKE if sure or spelt.parting == "-" else ""
    return CPR if sure else CPR_LIKE


def _is_part_of_more(spelt: Spelt, text: str) -> bool:
    """Return True if ten digits belong to a bank account, or are part of a row or a table of numbers."""
    if len(spelt.groups) == 1:
        account = re.fullmatch(rf"\d{{{LAST}}}[ -]{{1,3}}", spelt.before) and not spelt.after
        tight = any(side and re.fullmatch(r"\d*[-./:]?\d*", side) for side in (spelt.before, spelt.after))
        return bool(account or tight) or bool(re.search(r"\d[.,]$", text[: spelt.start][-2:]))
    return bool(spelt.before or spelt.after) and len(spelt.groups) > 2
