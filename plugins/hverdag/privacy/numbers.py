"""Where a text holds a personal number, or what looks like one.

Ten digits are nothing in themselves: of ten that are thrown at random, three in a hundred begin with a date. What tells
them apart is how they are written (someone has set a dash after the date), the words around them, and modulus 11, which
every number issued before 2007 fulfils, and one in eleven of all others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from stdnum.dk import cpr

from .dates import CENTURIES, added, is_nobodys
from .finding import CPR, CPR_LIKE, Finding
from .fold import CELL, Folded, fold
from .spellings import HARD, PAUSE, crossed, written
from .words import MONEY, TOWN, Company, company

_JOIN = r"[-./ _:,;()\[\]{}\"'’…=<>+|•\n\t]{1,12}"
_CHAIN = re.compile(rf"\d+(?:{_JOIN}\d+)*")
_DRAWING = re.compile(r"""\b(?:d|points|viewBox)=(?:"[Mm\d][-\d., A-Za-z\n]*"|'[Mm\d][-\d., A-Za-z\n]*')""")
"""The lines of a drawing: digits that say nothing."""

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
    """Groups of digits that may be one number, and the signs between them."""

    digits: str
    groups: tuple[int, ...]
    joins: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str

    @cached_property
    def cuts(self) -> dict[int, str]:
        """After how many digits there is something between them, and what."""
        places, total = {}, 0
        for group, join in zip(self.groups, self.joins, strict=False):
            total += group
            places[total] = join
        return places


def numbers(text: str, doubtful: bool = False) -> Iterator[Finding]:
    """Yield every personal number in a text, and what looks like one, in reading order. With `doubtful`, also what the
    words around it say is something else: for covering, too much is better than too little."""
    plain = fold(text, links=True)
    found = [*_whole(plain, doubtful), *crossed(text, plain), *written(plain, doubtful)]
    found += _unseen(text, plain, doubtful)
    last = 0
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if finding.start >= last:
            last = finding.end
            yield finding


def _unseen(text: str, plain: Folded, doubtful: bool) -> Iterator[Finding]:
    """Yield what stands where no reader sees it, but whoever looks at the page's source does."""
    for start, end in plain.thrown:
        inside = _DRAWING.sub(lambda found: " " * len(found[0]), text[start:end])
        for one in numbers(inside, doubtful) if sum(map(str.isdigit, inside)) >= _FEWEST else ():
            yield replace(one, start=start + one.start, end=start + one.end)


def _whole(plain: Folded, doubtful: bool) -> Iterator[Finding]:
    for chain in _CHAIN.finditer(plain.text):
        if sum(map(str.isdigit, chain[0])) < _DIGITS:
            continue
        for spelt in _readings(chain):
            rule = _verdict(spelt, plain.text) or (CPR_LIKE if doubtful and _begins_with_a_date(spelt) else "")
            if rule:
                yield Finding(rule, *plain.origin(spelt.start, spelt.end), key=_short(spelt.digits))


def _readings(chain: re.Match[str]) -> Iterator[_Spelt]:
    """Yield each run of groups in a chain that a number can be spelt in."""
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
    """Whether it can be a number at all; spaces in odd places may have been line breaks."""
    whole = len(spelt.digits) == _LONG and not spelt.cuts and spelt.digits[4:6] in CENTURIES
    odd = all(not join.strip() or place in (_PAIRS[2], _PAIRS[3]) for place, join in spelt.cuts.items())
    return whole or ((odd or _firmness(spelt) is not None) and _date_of(spelt) is not None)


def _date_of(spelt: _Spelt) -> int | None:
    """What was added to the day of the date that it begins with; nothing where it begins with none."""
    whole = len(spelt.digits) == _LONG
    if whole and (not spelt.cuts or spelt.digits[4:6] not in CENTURIES):
        return None
    if whole and is_nobodys(spelt.digits[4:8], spelt.digits[8]):
        return None
    return added(_short(spelt.digits), spelt.digits[4:6] if whole else "")


def _verdict(spelt: _Spelt, text: str) -> str:
    """Return the rule that a spelling breaks, or nothing."""
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
    """Whether the word before it says that it is a company's or a book's. These are never written six and four."""
    return near is Company.ITS_OWN and not (spelt.groups == (6, 4) and spelt.joins[0].strip() == "-")


def _is_something_else(spelt: _Spelt, text: str) -> bool:
    """Whether it is a date, and then a sum of money, or the line of a letter with a postcode and a town."""
    parting = spelt.joins[-1] if spelt.joins else ""
    if spelt.groups[-1] != _REGISTRATION or parting in ("", "-"):
        return False
    if MONEY.match(text, spelt.end):
        return True
    return len(spelt.digits) == _LONG and "\n" in parting and not parting.strip() and bool(TOWN.match(text, spelt.end))


def _is_a_moment(spelt: _Spelt, text: str, near: Company) -> bool:
    """Whether it is the date and the hour in the name of a file, as cameras write them."""
    if (
        near is Company.PERSON
        or spelt.groups[-1] != _REGISTRATION
        or not _HOUR.fullmatch(spelt.digits[-_REGISTRATION:])
    ):
        return False
    return spelt.joins[-1] in ("-", "_") and len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def _loose(spelt: _Spelt, near: Company, more: bool, text: str) -> str:
    """What ten digits are that nobody has parted as a personal number is parted."""
    if near is Company.PERSON:
        return CPR
    glued = text[spelt.start - 1 : spelt.start].isalpha() or text[spelt.end : spelt.end + 1].isalpha()
    if near is Company.ITS_OWN or glued or more:
        return ""
    sure = cpr.checksum(_short(spelt.digits)) == 0 or spelt.digits.startswith("0101")
    if near in (Company.BUSINESS, Company.NUMBERED):
        return CPR_LIKE if sure else ""
    return CPR if sure else CPR_LIKE


def _firmness(spelt: _Spelt) -> bool | None:  # noqa: PLR0911 one for each way of writing
    """Whether the signs between the digits part a date from four digits on purpose; nothing where no one writes so."""
    year = len(spelt.digits) - _DIGITS
    cuts = {place: join for place, join in spelt.cuts.items() if not _is_line_break(place, join, year)}
    if not cuts:
        return False
    if len(cuts) == len(spelt.digits) - 1:
        return all(len(join) == 1 or HARD.fullmatch(join) for join in cuts.values()) and CELL not in spelt.joins
    if spelt.groups == _THREES and len(cuts) == 2:
        # Telephone numbers of other countries are written so, and none begins with a nought or a one.
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
        return False  # five pairs, as telephone numbers of other countries are written
    return not _is_chained(spelt)


def _is_line_break(place: int, join: str, year: int) -> bool:
    """Whether a cut is only where a line was full. After the date, it may also stand for a space."""
    return join.strip(" \t") == "\n" and place != _PAIRS[2] + year and place not in _PAIRS[:2]


def _is_chained(spelt: _Spelt) -> bool:
    """Whether more digits hang on to it, as in `27-010203-1234-5`, or it is a few out of a row of numbers."""
    parting = spelt.cuts.get(_PAIRS[2] + len(spelt.digits) - _DIGITS, "").strip()
    follows = spelt.after.strip("0123456789")
    leads = spelt.before.strip("0123456789")
    tight = follows in ("-", ".") or (parting not in ("", "_") and parting in (leads, follows))
    spaced = bool(spelt.before or spelt.after) and all(join.isspace() for join in spelt.joins)
    return tight or (spaced and len(spelt.groups) > 2)


def _is_part_of_more(spelt: _Spelt, text: str) -> bool:
    """Whether ten digits belong to an account, or are a few out of a row or a table of numbers."""
    if len(spelt.groups) == 1:
        account = re.fullmatch(rf"\d{{{_REGISTRATION}}}[ -]{{1,3}}", spelt.before) and not spelt.after
        tight = any(one and re.fullmatch(r"\d*[-./:]?\d*", one) for one in (spelt.before, spelt.after))
        return bool(account or tight) or bool(re.search(r"\d[.,]$", text[: spelt.start][-2:]))
    return bool(spelt.before or spelt.after) and len(spelt.groups) > 2


def _short(digits: str) -> str:
    """The ten digits of a number, also of one whose year is written whole."""
    return digits if len(digits) == _DIGITS else digits[:4] + digits[6:]
