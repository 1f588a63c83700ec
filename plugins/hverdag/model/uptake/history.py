"""The history of a number, month by month: its chart, measured once for the page and for paper, and its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..message import Message, Month, Words, message
from .chart_labels import Box, Segment, is_free
from .status import Figure
from .tally import Tally

Points = tuple[tuple[date, int], ...]
"""The first day of each month, and the number at its end."""

EARLIEST = date(2000, 1, 1)
"""The first day that anything can have happened on that is counted: one before it is a slip of the pen, as 0206, and
would make a history of two thousand years."""

MOST_DOTS = 24
"""Months that each have a dot; of a longer history, only the first and the last do."""

_MOST_STEPS = 4
_YEARS_APART = 0.16
"""How far apart the names of two years stand, as a part of the width."""
_FIRST_AND_LAST = 0.34
"""How much of the width the names of the first and the last month take at either end."""


@dataclass(frozen=True)
class Shape:
    """The size of a chart's field, and the height of its letters, in one unit."""

    width: float
    height: float
    letter: float

    def words(self, text: str) -> tuple[float, float]:
        """Return how much of the field a text takes, across and down; letters are taken to be a little wide."""
        return len(text) * self.letter * 0.55 / self.width, self.letter * 1.25 / self.height


@dataclass(frozen=True)
class Dot:
    """A point of the line, in a field that is 1 wide and 1 high; `y` counts from the bottom."""

    x: float
    y: float
    month: date
    number: int


@dataclass(frozen=True)
class AimLine:
    """The line of what the number is to be. Its words stand above or below it, at its right end or at its left."""

    y: float
    above: bool
    right: bool


@dataclass(frozen=True)
class Chart:
    """A history as a line. `steps` are the numbers at its side, `years` the names of years below it, and `due` is where
    the day stands on which the number is to be reached. `first_at` and `last_at` are the heights of the first and the
    last number, which stand to the left and the right of their dots."""

    dots: tuple[Dot, ...]
    steps: tuple[tuple[int, float], ...]
    first_month: date
    last_month: date
    years: tuple[tuple[int, float], ...]
    aim: AimLine | None
    due: float | None
    first_at: float
    last_at: float

    @property
    def marked(self) -> tuple[Dot, ...]:
        """The points that are drawn as dots."""
        return self.dots if len(self.dots) <= MOST_DOTS else (self.dots[0], self.dots[-1])


def continued(points: Iterable[tuple[date, int]], today: date) -> Points:
    """Return a history that begins with the zero before its first month, and goes on to this month: nothing has
    happened since, and the line says so."""
    known = dict(points)
    if not known:
        return ()
    first, last = min(known), max(*known, today.replace(day=1))
    before = _month(_number(first) - 1)
    found, count = ([(before, 0)] if known[first] else []), 0
    for month in map(_month, range(_number(first), _number(last) + 1)):
        count = known.get(month, count)
        found.append((month, count))
    return tuple(found)


def counted(name: Words, tally: Tally, today: date, target: str = "") -> Figure:
    """Return the figure of a count, with its history until today: wherever a number stands, its line is the same."""
    history = continued(tally.history(), today)
    return Figure(name, tally.number, tally.of, tally.source, tally.target or target, history)


def chart(figure: Figure, shape: Shape, aim_words: str) -> Chart | None:
    """Return the chart of a figure; None if it has no history. `aim_words` stand at the line of its aim."""
    if not figure.history:
        return None
    points = sorted(figure.history)
    months = [_number(month) for month, _ in points]
    shown = [*months, *([_number(figure.due)] if figure.due else [])]
    first, across = min(shown), max(max(shown) - min(shown), 1)
    steps = _steps(max([1, *(number for _, number in points), figure.aim or 0]))
    dots = tuple(
        Dot((_number(month) - first) / across, max(number, 0) / steps[-1], month, number) for month, number in points
    )
    aim = figure.aim / steps[-1] if figure.aim is not None and figure.aim >= 0 else None
    first_at, last_at = _beside(dots[0].y, aim, shape), _beside(dots[-1].y, aim, shape)
    numbers = (_box(dots[0], first_at, shape, -1), _box(dots[-1], last_at, shape, 1))
    return Chart(
        dots=dots,
        steps=tuple((step, step / steps[-1]) for step in steps),
        first_month=_month(first),
        last_month=_month(max(shown)),
        years=tuple(_years(first, across)),
        aim=None if aim is None else _aim_line(aim, dots, numbers, shape.words(aim_words)),
        due=(_number(figure.due) - first) / across if figure.due else None,
        first_at=first_at,
        last_at=last_at,
    )


def chart_words(figure: Figure) -> Iterator[Message]:
    """Yield what the chart of a figure shows, in sentences."""
    points = sorted(figure.history)
    if len(points) > 1:
        (first, before), (last, now) = points[0], points[-1]
        yield message(
            "The line goes from {before} in {first} to {now} in {last}.",
            before=before,
            first=Month(first),
            now=now,
            last=Month(last),
        )
    elif points:
        yield message("The number was {now} in {last}.", now=points[0][1], last=Month(points[0][0]))
    yield from aim_sentence(figure)


def aim_sentence(figure: Figure) -> Iterator[Message]:
    """Yield what a figure is to be and when, if that is decided."""
    if figure.aim is not None and figure.due:
        yield message("The target is {aim} by {due}.", aim=figure.aim, due=figure.due)
    elif figure.aim is not None:
        yield message("The target is {aim}.", aim=figure.aim)
    elif figure.due:
        yield message("It is to be reached by {due}.", due=figure.due)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _steps(most: int) -> tuple[int, ...]:
    """Return the whole numbers at the side of a chart, from 0 to the first that is at least `most`: at most four steps
    of 1, 2 or 5, or ten times as much, and so on."""
    size, each = 1, (1, 2, 5)
    while True:
        for one in each:
            step = one * size
            if step * _MOST_STEPS >= most:
                return tuple(range(0, -(-most // step) * step + 1, step))
        size *= 10


def _years(first: int, across: int) -> Iterator[tuple[int, float]]:
    """Yield each year and where it begins, as far as there is room between the names of the first and last month."""
    before = _FIRST_AND_LAST - _YEARS_APART
    for year in range(first // 12 + 1, (first + across) // 12 + 1):
        x = (year * 12 - first) / across
        if x >= before + _YEARS_APART and x <= 1 - _FIRST_AND_LAST:
            before = x
            yield year, x


def _beside(y: float, aim: float | None, shape: Shape) -> float:
    """Return the height of the middle of a number at a dot: that of the dot, or beside the line of the aim or the line
    of zero where that would go through it."""
    room = shape.words("")[1] * 0.55
    if aim is not None and abs(aim - y) < room:
        y = aim + (room if y > aim or aim < 2 * room else -room)
    return max(y, room)


def _box(dot: Dot, at: float, shape: Shape, side: int) -> Box:
    """Return the room of the number at a dot, to its right (1) or its left (-1)."""
    across, down = shape.words(f"  {dot.number}")
    left, right = sorted((dot.x, dot.x + side * across))
    return Box(left, at - down / 2, right, at + down / 2)


def _aim_line(aim: float, dots: tuple[Dot, ...], numbers: tuple[Box, ...], words: tuple[float, float]) -> AimLine:
    """Return the line of the aim, with its words where neither the number's line nor its numbers stand."""
    across, down = words
    lines = [Segment(one.x, one.y, other.x, other.y) for one, other in pairwise(dots)]
    places = [(above, right) for above in (True, False) for right in (True, False) if above or aim > down]
    for above, right in places:
        left, bottom = (1 - across if right else -across / 4), (aim if above else aim - down)
        if is_free(Box(left, bottom, left + across, bottom + down), lines, numbers):
            return AimLine(aim, above, right)
    return AimLine(aim, *places[0])
