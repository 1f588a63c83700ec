"""The rules of play: the board and its squares, and where a team comes to. What is printed is computed from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model.texts.value import Value

FEWEST_VALUES, MOST_VALUES = 5, 12
"""With fewer, teams stop at the same value again and again; with more, a board on A3 has no room for their names."""

HIGHEST_THROW = 6
"""Of a die, or of the slips that are printed in its place."""

MOST_ON_A_SMALL_BOARD = 8
"""Values; where there are more, the road is longer."""

STOPS_ON_A_SMALL_BOARD, STOPS_ON_A_LARGE_BOARD = 3, 4


class SquareKind(StrEnum):
    """What a team meets on a square."""

    CHOICE = "choice"
    VALUE = "value"
    DILEMMA = "dilemma"
    QUESTION = "question"
    STORY = "story"
    STOP = "stop"


PILES = (SquareKind.DILEMMA, SquareKind.QUESTION, SquareKind.STORY)
"""The kinds whose card is drawn from a pile. A value has one card, which belongs to its square."""


@dataclass(frozen=True)
class Square:
    """A square on the road; `value` is that of a value's square."""

    kind: SquareKind
    value: Value | None = None


@dataclass(frozen=True)
class Board:
    """The squares in the order that they are passed. The road goes round: after the last comes the first."""

    squares: tuple[Square, ...]

    @property
    def grid(self) -> tuple[int, int]:
        """The columns and rows of a table whose outer cells are the squares. Both are even, so that the middle, where
        sheets are glued together, is between two squares."""
        rows = 6
        return (len(self.squares) + 4) // 2 - rows, rows

    @property
    def beginnings(self) -> tuple[int, ...]:
        """The places that a team may begin on: every value. If all began on one square, an hour would never bring
        anybody to the last ones."""
        return tuple(place for place, square in enumerate(self.squares) if square.value)

    def after(self, place: int, throw: int) -> int:
        """Return the place that a team comes to from a place."""
        return (place + throw) % len(self.squares)

    @property
    def first_of_kind(self) -> Mapping[SquareKind, Square]:
        """The first square of each kind that it has."""
        return {square.kind: square for square in reversed(self.squares)}

    def kinds(self) -> tuple[SquareKind, ...]:
        """Return the kinds of squares that it has, in the order of `SquareKind`."""
        found = {square.kind for square in self.squares}
        return tuple(kind for kind in SquareKind if kind in found)

    def cell(self, place: int) -> tuple[int, int]:
        """Return the column and row of a square: from the upper left corner to the right, and on round the edge."""
        columns, rows = self.grid
        right, down = columns - 1, rows - 1
        if place <= right:
            return place, 0
        if place <= right + down:
            return right, place - right
        if place <= 2 * right + down:
            return 2 * right + down - place, down
        return 0, 2 * (right + down) - place


def board_of(values: Sequence[Value], piles: Collection[SquareKind]) -> Board:
    """Return the board of some values and of the piles that have cards: a square of free choice, every value once, and
    the rest shared evenly among stops and piles. Squares of a kind are as far from one another as they can be."""
    is_small = len(values) <= MOST_ON_A_SMALL_BOARD
    length = 24 if is_small else 28
    stops = STOPS_ON_A_SMALL_BOARD if is_small else STOPS_ON_A_LARGE_BOARD
    drawn = [kind for kind in PILES if kind in piles]
    free = length - 1 - stops - len(values)
    groups = [[Square(SquareKind.STOP)] * stops, [Square(SquareKind.VALUE, value) for value in values]]
    if drawn:
        groups += [[Square(kind)] * count for kind, count in zip(drawn, _shares(free, len(drawn)), strict=True)]
    else:
        groups[1] = [groups[1][at % len(values)] for at in range(len(values) + free)]
    return Board((Square(SquareKind.CHOICE), *_spread(groups)))


def _shares(whole: int, parts: int) -> list[int]:
    return [whole // parts + (at < whole % parts) for at in range(parts)]


def _spread(groups: Sequence[Sequence[Square]]) -> list[Square]:
    """Return all squares in one row, those of each group at even distances."""
    placed = [
        ((at + 0.5) / len(group), order, square)
        for order, group in enumerate(groups)
        for at, square in enumerate(group)
    ]
    return [square for _, _, square in sorted(placed, key=lambda one: one[:2])]


def teams_of(people: int) -> int:
    """Return how many teams so many people make: two to six, of two to four each, and three if it can be."""
    return min(6, max(2, round(people / 3)))
