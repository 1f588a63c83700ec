"""Reads a row of digit groups as ten digits in every way that it can be read, and tells how each is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from .fold import CELL
from .spellings import HARD, PAUSE

_JOIN = r"[-./ _:,;()\[\]{}\"'’…=<>+|•\n\t]{1,12}"
CHAIN = re.compile(rf"\d+(?:{_JOIN}\d+)*")
"""A row of digits, and of what may stand between the digits of one number."""

DIGITS, LONG = 10, 12
"""How many digits a number has, with a year of two digits and of four."""
DAY_AND_MONTH = (2, 4)
"""After how many digits the day and the month end."""
LAST = 4
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_THREES = (3, 3, 4)
_IN_THREES = re.compile(r"[-./ ]0 ?- ?")
_MOST_GROUPS = 12


class Form(Enum):
    """How ten digits are written: parted on purpose, as a personal number is, or as any other number might be."""

    PARTED = "parted"
    LOOSE = "loose"


@dataclass(frozen=True, repr=False)
class Spelt:
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

    @property
    def date_end(self) -> int:
        """Return the number of digits of the date: six, or eight with a year of four digits."""
        return len(self.digits) - LAST

    @property
    def parting(self) -> str:
        """Return what stands between the date and the last four digits, without spaces."""
        return self.cuts.get(self.date_end, "").strip()

    @property
    def year(self) -> str:
        """Return the year as it was written."""
        return self.digits[DAY_AND_MONTH[1] : self.date_end]

    @property
    def short(self) -> str:
        """Return the number as ten digits, with a year of four digits cut to two."""
        return self.digits[: DAY_AND_MONTH[1]] + self.digits[-LAST - 2 :]

    @property
    def is_of_dates(self) -> bool:
        """Return True if it is cut out of a date and a time, or of two dates: more digits are attached, and the last
        four are parted by a sign, or the day from the month by none."""
        last = self.cuts.get(self.date_end + 2)
        halved = DAY_AND_MONTH[0] not in self.cuts and DAY_AND_MONTH[1] in self.cuts
        return self.is_chained and last is not None and bool(last.strip() or halved)

    @property
    def is_chained(self) -> bool:
        """Return True if more digits are attached, as in `27-010203-1234-5`, or it is part of a row of numbers."""
        follows, leads = self.after.strip("0123456789"), self.before.strip("0123456789")
        tight = follows in ("-", ".") or (self.parting not in ("", "_") and self.parting in (leads, follows))
        spaced = bool(self.before or self.after) and all(join.isspace() for join in self.joins)
        return tight or (spaced and len(self.groups) > 2)


def readings(chain: re.Match[str]) -> Iterator[Spelt]:
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
            if len(digits) > LONG:
                break
            if len(digits) in (DIGITS, LONG) and digits[2:4] in _MONTHS:
                before = groups[first - 1] + joins[first - 1] if first else ""
                after = joins[last] + groups[last + 1] if last + 1 < len(groups) else ""
                lengths = tuple(map(len, groups[first : last + 1]))
                ends = offsets[2 * first], offsets[2 * last + 1]
                yield Spelt(digits, lengths, tuple(joins[first:last]), *ends, before, after)


def form_of(spelt: Spelt, wrapped: bool = False) -> Form | None:
    """Return how ten digits are written, or None if nobody writes a personal number so. With `wrapped`, spaces may be
    line breaks."""
    end = spelt.date_end
    cuts = {place: join for place, join in spelt.cuts.items() if not _is_wrap(place, join, end, wrapped)}
    if not cuts:
        return Form.LOOSE
    if len(cuts) == len(spelt.digits) - 1:
        by_digit = all(len(join) == 1 or HARD.fullmatch(join) for join in cuts.values()) and CELL not in spelt.joins
        return Form.PARTED if by_digit else Form.LOOSE
    if spelt.groups == _THREES and len(cuts) == 2:
        # Foreign telephone numbers are written so, but none of them begins with 0 or 1.
        own = bool(_IN_THREES.fullmatch("0".join(spelt.joins))) and spelt.digits[0] in "01" and not spelt.is_chained
        return Form.PARTED if own else Form.LOOSE
    oddly = "-" in cuts.get(end, "") and cuts.get(end + 1, cuts.get(end + 3)) == " "
    if end not in cuts or not set(cuts) <= {*DAY_AND_MONTH, end, end + 2} or _is_mixed(cuts, end):
        return Form.LOOSE if oddly else None
    if not all(HARD.fullmatch(join) and not PAUSE.search(join) for join in cuts.values()):
        return Form.LOOSE
    pairs = (
        len(cuts) == 4 and len({join.strip() for join in cuts.values()}) == 1
    )  # as foreign telephone numbers are written
    half = len(set(cuts) & set(DAY_AND_MONTH)) == 1 and "-" not in spelt.parting
    goes_on = end + 2 in cuts and spelt.after.startswith(cuts[end + 2])
    return Form.LOOSE if pairs or half or goes_on or spelt.is_chained else Form.PARTED


def _is_mixed(cuts: Mapping[int, str], end: int) -> bool:
    """Return True if the separators are those of a date and a time, of two dates or of a version, and not of one date
    and one number."""
    first, second, last = (cuts.get(place, "") for place in (*DAY_AND_MONTH, end + 2))
    if last.strip() and (last != cuts[end] or last.strip() in (":", ".")):
        return True
    if not first or not second or first.strip() == second.strip() or first == "/":
        return False
    return not (first == "-" and second.isspace())


def _is_wrap(place: int, join: str, end: int, wrapped: bool) -> bool:
    """Return True if a separator is only a line wrap. After the date, a line break may also replace a space."""
    if wrapped and not join.strip() and place not in (*DAY_AND_MONTH, end, end + 2):
        return True
    return join.strip(" \t") == "\n" and place not in (*DAY_AND_MONTH, end)
