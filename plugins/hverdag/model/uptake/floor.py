"""The floor under numbers about people: nobody is counted in a group so small that they can be found.

A number is hidden before anything is rounded, and so is whatever would reveal it by subtraction from a total.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

FEWEST = 5
"""The least number of people or answers that is published, unless handbook.yml asks for more."""

Cells = Sequence[int]
"""The people of one group, divided by what they answered: `(12, 7)`; `(19,)` if nobody tells what they answered."""


def is_safe(cells: Cells, fewest: int = FEWEST) -> bool:
    """Return True if the group can be published: if there is nobody in it, or enough people in every cell.

    Where people are divided by what they answered, an empty cell is not safe either: nobody in it means that all are in
    the other, and so what each of them answered.
    """
    return not any(cells) or all(count >= fewest for count in cells)


def shown_parts(parts: Mapping[str, Cells], fewest: int = FEWEST) -> frozenset[str]:
    """Return the names of the parts that can be published beside their total.

    What is left of the total when all of them are subtracted is safe too; if need be, more parts are hidden, the
    smallest first. Nothing is returned if the total itself is not safe. Parts without anybody are never shown.
    """
    filled = {name: tuple(cells) for name, cells in parts.items() if sum(cells)}
    if not is_safe(total(filled.values()), fewest):
        return frozenset()
    shown = {name for name, cells in filled.items() if is_safe(cells, fewest)}
    while shown and not is_safe(total(filled[name] for name in filled if name not in shown), fewest):
        shown.remove(min(shown, key=lambda name: (sum(filled[name]), name)))
    return frozenset(shown)


def total(parts: Iterable[Cells]) -> tuple[int, ...]:
    """Return the sum of several groups, answer by answer."""
    return tuple(sum(column) for column in zip(*parts, strict=True))


def reveals(one: Cells, other: Cells, fewest: int = FEWEST) -> bool:
    """Return True if the difference between two published numbers of the same group, at two times, isolates fewer
    people than `fewest`, or people who all answered alike."""
    return not is_safe([abs(first - second) for first, second in zip_longest(one, other, fillvalue=0)], fewest)
