"""Two rows of words laid side by side: nearly all of them are in both, in the same order."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .words import PageWord

_LOOK = 60
"""How many words ahead the two are looked for in each other."""
_SURE = 3
"""How many words must agree before the two count as side by side again."""
_VERY_SURE = 6
"""The same, where they are looked for in all that is left."""
_MOST_SEARCHES = 400
_MOST_FAR_SEARCHES = 10

Pair = tuple[int | None, int | None]
"""The positions of a word in both rows; None where one of them lacks it."""


def aligned(here: Sequence[PageWord], there: Sequence[PageWord]) -> Iterator[Pair]:
    """Yield the pairs of two readings in order, until they differ so much that nothing more can be told."""
    one, other, searches, far_searches = 0, 0, 0, 0
    while one < len(here) and other < len(there):
        if here[one].text == there[other].text:
            yield one, other
            one, other = one + 1, other + 1
            continue
        searches += 1
        found = _near(here, there, one, other) if searches <= _MOST_SEARCHES else None
        if found is None:
            far_searches += 1
            found = _far(here, there, one, other) if far_searches <= _MOST_FAR_SEARCHES else None
        if found is None:
            return
        yield from _between(here, there, (one, other), found)
        one, other = found
    yield from ((position, None) for position in range(one, len(here)))
    yield from ((None, position) for position in range(other, len(there)))


def _near(here: Sequence[PageWord], there: Sequence[PageWord], one: int, other: int) -> tuple[int, int] | None:
    """Return the nearest positions from which both rows have the same words again, or their ends."""
    for far in range(1, 2 * _LOOK):
        for ahead in range(max(0, far - _LOOK), min(far, _LOOK) + 1):
            if _is_same(here, there, one + ahead, other + far - ahead):
                return one + ahead, other + far - ahead
    left = max(len(here) - one, len(there) - other)
    return (len(here), len(there)) if left <= _LOOK else None


def _is_same(here: Sequence[PageWord], there: Sequence[PageWord], one: int, other: int) -> bool:
    if one + _SURE > len(here) or other + _SURE > len(there):
        return False
    return all(here[one + step].text == there[other + step].text for step in range(_SURE))


def _far(here: Sequence[PageWord], there: Sequence[PageWord], one: int, other: int) -> tuple[int, int] | None:
    """Return the first positions in all that is left from which many words are the same again."""
    places: dict[tuple[str, ...], int] = {}
    for position in range(len(there) - _VERY_SURE, other - 1, -1):
        places[_run(there, position)] = position
    for position in range(one, len(here) - _VERY_SURE + 1):
        if _run(here, position) in places:
            return position, places[_run(here, position)]
    return None


def _run(row: Sequence[PageWord], position: int) -> tuple[str, ...]:
    return tuple(word.text for word in row[position : position + _VERY_SURE])


def _between(
    here: Sequence[PageWord], there: Sequence[PageWord], begin: tuple[int, int], end: tuple[int, int]
) -> Iterator[Pair]:
    """Yield the pairs of two short stretches that begin otherwise."""
    one, other = begin
    is_long = max(end[0] - one, end[1] - other) > 2 * _LOOK
    texts = [[word.text for word in row] for row in (here[one : end[0]], there[other : end[1]])]
    same = [(end[0] - one, end[1] - other, 0)]
    if not is_long:
        matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        same = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
    for left, right, size in same:
        yield from ((position, None) for position in range(one, begin[0] + left))
        yield from ((None, position) for position in range(other, begin[1] + right))
        one, other = begin[0] + left + size, begin[1] + right + size
        yield from ((begin[0] + left + step, begin[1] + right + step) for step in range(size))
