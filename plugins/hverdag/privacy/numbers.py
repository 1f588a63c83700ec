"""Detects personal numbers (CPR), and ten digits that look like one.

Ten digits prove nothing by themselves: of random ones, three in a hundred begin with a valid date. The evidence is the
way they are written (a dash after the date), the words around them, and the modulus 11 check, which every number issued
before 2007 passes, and one in eleven of all others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from .dates import CENTURIES, added, is_nobodys
from .finding import CPR, CPR_LIKE, Finding
from .fold import CELL, Folded, fold
from .spellings import HARD, PAUSE, crossed, written
from .words import MONEY, TOWN, Company, company

_JOIN = r"[-./ _:,;()\[\]{}\"'’…=<>+|•\n\t]{1,12}"
_CHAIN = re.compile(rf"\d+(?:{_JOIN}\d+)*")
_DRAWING = re.compile(r"""\b(?:d|points|viewBox)=(?:"[Mm\d][-\d., A-Za-z\n]*"|'[Mm\d][-\d., A-Za-z\n]*')""")
"""Coordinates of an SVG drawing, which are not searched."""

_DIGITS, _LONG = 10, 12
_FEWEST = 6
_PAIRS = (2, 4, 6, 8)
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_NAME = re.compile(r"\S+\.[A-Za-z][A-Za-z0-9]{1,4}|[A-Za-zÆØÅæøå_-]+[-_]\d{6}[-_]\d{4}")
_THREES = (3, 3, 4)
_IN_THREES = re.compile(r"[-./ ]0 ?- ?")
_LONGEST_NAME = 250
_MOST_GROUPS = 12
_REGISTRATION = 4


@dataclass(frozen=True, repr=False)
class _Spelt:
    """Groups of digits that may form one number, the separators between them, and what precedes and follows."""

    digits: str
    groups: tuple[int, ...]
    joins: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str

    @cached_property
    def cuts(self) -> dict[int, str]:
        """Return the separators by the number of digits before them."""
        places, total = {}, 0
        for group, join in zip(self.groups, self.joins, strict=False):
            total += group
            places[total] = join
        return places


def numbers(text: str, doubtful: bool = False) -> Iterator[Finding]:
    """Yield every personal number in a text, and what looks like one, in reading order. With `doubtful`, also what the
    surrounding words call something else: when masking, too much is better than too little."""
    plain = fold(text, links=True)
    findings = [*_whole(plain, doubtful), *crossed(text, plain), *written(plain, doubtful)]
    findings += _unseen(text, plain, doubtful)
    last = 0
    for finding in sorted(findings, key=lambda item: (item.start, -item.end)):
        if finding.start >= last:
            last = finding.end
            yield finding


def _unseen(text: str, plain: Folded, doubtful: bool) -> Iterator[Finding]:
    """Yield the numbers in tags and targets of links: readers do not see them, but the page's source contains them."""
    for start, end in plain.thrown:
        inside = _DRAWING.sub(lambda match: " " * len(match[0]), text[start:end])
        for number in numbers(inside, doubtful) if sum(map(str.isdigit, inside)) >= _FEWEST else ():
            yield replace(number, start=start + number.start, end=start + number.end)


def _whole(plain: Folded, doubtful: bool) -> Iterator[Finding]:
    for chain in _CHAIN.finditer(plain.text):
        if sum(map(str.isdigit, chain[0])) < _DIGITS:
            continue
        for spelt in _readings(chain):
            rule = _verdict(spelt, plain.text) or (CPR_LIKE if doubtful and _begins_with_a_date(spelt) else "")
            if rule:
                yield Finding(rule, *plain.origin(spelt.start, spelt.end), key=_short(spelt.digits))


def _readings(chain: re.Match[str]) -> Iterator[_Spelt]:
    """Yield each run of groups in a chain that has ten or twelve digits and a month in the third and fourth."""
    pieces = re.findall(r"\d+|\D+", chain[0])
    groups, joins = pieces[::2], pieces[1::2]
    offsets = [chain.start()]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    for first in range(len(groups)):
        digits = ""
        for last in range(first, min(first + _MOST_GROUPS, len(groups))):
            digits += groups[last]
            if len(digits) > _LONG:
                break
            if len(digits) in (_DIGITS, _LONG) and digits[2:4] in _MONTHS:
                before = groups[first - 1] + joins[first - 1] if first else ""
                after = joins[last] + groups[last + 1] if last + 1 < len(groups) else ""
                lengths = tuple(map(len, groups[first : last + 1]))
                ends = offsets[2 * first], offsets[2 * last + 1]
                yield _Spelt(digits, lengths, tuple(joins[first:last]), *ends, before, after)


def _begins_with_a_date(spelt: _Spelt) -> bool:
    """Return True if it can be a number at all; spaces in odd places may have been line breaks."""
    whole = len(spelt.digits) == _LONG and not spelt.cuts and spelt.digits[4:6] in CENTURIES
    odd = all(not join.strip() or place in (_PAIRS[2], _PAIRS[3]) for place, join in spelt.cuts.items())
    return whole or ((odd or _firmness(spelt) is not None) and _date_of(spelt) is not None)


def _date_of(spelt: _Spelt) -> int | None:
    """Return what was added to the day of the birth date, as dates.added does, or None if there is no date."""
    whole = len(spelt.digits) == _LONG
    if whole and (not spelt.cuts or spelt.digits[4:6] not in CENTURIES):
        return None
    if whole and is_nobodys(spelt.digits[4:8], spelt.digits[8]):
        return None
    return added(_short(spelt.digits), spelt.digits[4:6] if whole else "")


def _verdict(spelt: _Spelt, text: str) -> str:
    """Return the rule that a spelling breaks, or an empty string."""
    more = _date_of(spelt)
    if more is None or text[max(0, spelt.start - 2) : spelt.start].rstrip().endswith("+"):
        return ""
    firmness = _firmness(spelt)
    if firmness is None:
        return ""
    near = company(text, spelt.start, spelt.end)
    if near is Company.LISTED or _is_something_else(spelt, text):
        return ""
    if firmness and not _is_excused(spelt, near):
        return CPR if near is not Company.NUMBERED and not _is_a_moment(spelt, text, near) else CPR_LIKE
    if not firmness and _is_part_of_more(spelt, text):
        return ""
    return _loose(spelt, near, bool(more), text)


def _is_excused(spelt: _Spelt, near: Company) -> bool:
    """Return True if the word before it calls it a number of a company or a book, such as CVR or ISBN. Those are never
    written as six digits, a dash and four."""
    return near is Company.ITS_OWN and not (spelt.groups == (6, 4) and spelt.joins[0].strip() == "-")


def _is_something_else(spelt: _Spelt, text: str) -> bool:
    """Return True if it is a date followed by an amount of money, or by a line with a postcode and a town."""
    parting = spelt.joins[-1] if spelt.joins else ""
    if spelt.groups[-1] != _REGISTRATION or parting in ("", "-"):
        return False
    if MONEY.match(text, spelt.end):
        return True
    return len(spelt.digits) == _LONG and "\n" in parting and not parting.strip() and bool(TOWN.match(text, spelt.end))


def _is_a_moment(spelt: _Spelt, text: str, near: Company) -> bool:
    """Return True if it is the date and time in a file name, as cameras write them."""
    if (
        near is Company.PERSON
        or spelt.groups[-1] != _REGISTRATION
        or not _HOUR.fullmatch(spelt.digits[-_REGISTRATION:])
    ):
        return False
    return spelt.joins[-1] in ("-", "_") and len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def _loose(spelt: _Spelt, near: Company, more: bool, text: str) -> str:
    """Return the rule for ten digits that are not separated like a personal number, or an empty string."""
    if near is Company.PERSON:
        return CPR
    glued = text[spelt.start - 1 : spelt.start].isalpha() or text[spelt.end : spelt.end + 1].isalpha()
    if near is Company.ITS_OWN or glued or more:
        return ""
    # Imported here: it loads network libraries, and most texts have no such number.
    from stdnum.dk import cpr  # noqa: PLC0415

    sure = cpr.checksum(_short(spelt.digits)) == 0 or spelt.digits.startswith("0101")
    if near in (Company.BUSINESS, Company.NUMBERED):
        return CPR_LIKE if sure else ""
    return CPR if sure else CPR_LIKE


def _firmness(spelt: _Spelt) -> bool | None:  # noqa: PLR0911 one for each way of writing
    """Return True if the separators deliberately part a date from four digits, False if they may do so by accident, and
    None if nobody writes a personal number so."""
    year = len(spelt.digits) - _DIGITS
    cuts = {place: join for place, join in spelt.cuts.items() if not _is_line_break(place, join, year)}
    if not cuts:
        return False
    if len(cuts) == len(spelt.digits) - 1:
        return all(len(join) == 1 or HARD.fullmatch(join) for join in cuts.values()) and CELL not in spelt.joins
    if spelt.groups == _THREES and len(cuts) == 2:
        # Foreign telephone numbers are written so, but none of them begins with 0 or 1.
        return bool(_IN_THREES.fullmatch("0".join(spelt.joins))) and spelt.digits[0] in "01" and not _is_chained(spelt)
    natural = {place + year if place > _PAIRS[1] else place for place in _PAIRS}
    parting = cuts.get(_PAIRS[2] + year)
    halved = set(cuts) & set(_PAIRS[:2])
    if not set(cuts) <= natural or len(halved) == 1 or not (halved or parting):
        return None
    if any(join.strip() in (":", ".") for place, join in cuts.items() if place > _PAIRS[2] + year):
        return None  # a time of day
    if parting is None or not all(HARD.fullmatch(join) and not PAUSE.search(join) for join in cuts.values()):
        return False
    if set(cuts) == natural and len(set(cuts.values())) == 1:
        return False  # five pairs, as foreign telephone numbers are written
    return not _is_chained(spelt)


def _is_line_break(place: int, join: str, year: int) -> bool:
    """Return True if a separator is only a line wrap. After the date, a line break may also replace a space."""
    return join.strip(" \t") == "\n" and place != _PAIRS[2] + year and place not in _PAIRS[:2]


def _is_chained(spelt: _Spelt) -> bool:
    """Return True if more digits are attached, as in `27-010203-1234-5`, or it is part of a row of numbers."""
    parting = spelt.cuts.get(_PAIRS[2] + len(spelt.digits) - _DIGITS, "").strip()
    follows = spelt.after.strip("0123456789")
    leads = spelt.before.strip("0123456789")
    tight = follows in ("-", ".") or (parting not in ("", "_") and parting in (leads, follows))
    spaced = bool(spelt.before or spelt.after) and all(join.isspace() for join in spelt.joins)
    return tight or (spaced and len(spelt.groups) > 2)


def _is_part_of_more(spelt: _Spelt, text: str) -> bool:
    """Return True if ten digits belong to a bank account, or are part of a row or a table of numbers."""
    if len(spelt.groups) == 1:
        account = re.fullmatch(rf"\d{{{_REGISTRATION}}}[ -]{{1,3}}", spelt.before) and not spelt.after
        tight = any(side and re.fullmatch(r"\d*[-./:]?\d*", side) for side in (spelt.before, spelt.after))
        return bool(account or tight) or bool(re.search(r"\d[.,]$", text[: spelt.start][-2:]))
    return bool(spelt.before or spelt.after) and len(spelt.groups) > 2


def _short(digits: str) -> str:
    """Return the number as ten digits, with a year of four digits cut to two."""
    return digits if len(digits) == _DIGITS else digits[:4] + digits[6:]
