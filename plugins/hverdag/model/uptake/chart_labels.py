"""Whether there is room for words in a chart."""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """The room that words take."""

    left: float
    bottom: float
    right: float
    top: float


class Segment(NamedTuple):
    """A straight piece of a line, from left to right."""

    x1: float
    y1: float
    x2: float
    y2: float


def is_free(box: Box, lines: Iterable[Segment], others: Iterable[Box]) -> bool:
    """Return True if neither a line nor other words go through the room for words."""
    return not any(_overlaps(other, box) for other in others) and not any(_crosses(line, box) for line in lines)


def _overlaps(one: Box, other: Box) -> bool:
    beside = one.right < other.left or one.left > other.right
    return not beside and one.top >= other.bottom and one.bottom <= other.top


def _crosses(line: Segment, box: Box) -> bool:
    left, right = max(line.x1, box.left), min(line.x2, box.right)
    if left > right:
        return False
    heights = [_height(line, x) for x in (left, right)] if line.x2 > line.x1 else [line.y1, line.y2]
    return min(heights) <= box.top and max(heights) >= box.bottom


def _height(line: Segment, x: float) -> float:
    return line.y1 + (line.y2 - line.y1) * (x - line.x1) / (line.x2 - line.x1)
