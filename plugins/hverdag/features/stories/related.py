"""Related stories: those that share themes and values.

Comparing every pair of stories takes quadratic time. So each theme and value has a list of its stories, and a story is
compared with its nearest neighbours on each list only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ...model.texts.story import Story

MOST = 3
REACH = 15
"""The number of neighbours on each side of a list that a story is compared with."""

_THEME, _VALUE = 2, 1


def related(stories: Sequence[Story]) -> Mapping[str, tuple[Story, ...]]:
    """Return for each story's id up to three others, most in common first.

    If more than 31 stories share a theme or a value, only the nearest ones in the order of `stories` count.
    """
    found = _related(tuple((story.themes, story.values) for story in stories))
    return {story.id: tuple(stories[other] for other in best) for story, best in zip(stories, found, strict=True)}


_Shared = tuple[tuple[str, ...], tuple[str, ...]]
"""What stories may have in common with others: the themes of a story, and its values."""


@lru_cache(maxsize=2)  # a preview asks at each reading, and hardly ever of other themes and values
def _related(stories: tuple[_Shared, ...]) -> tuple[list[int], ...]:
    """Return the numbers of the related stories of each."""
    lists = _lists(stories)
    scores: list[Counter[int]] = [Counter() for _ in stories]
    for (weight, _), members in lists.items():
        for position, number in enumerate(members):
            own = scores[number]
            for other in _around(members, position):
                own[other] += weight
    return tuple(_best(own, number) for number, own in enumerate(scores))


def _lists(stories: Sequence[_Shared]) -> Mapping[tuple[int, str], list[int]]:
    lists: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, (themes, values) in enumerate(stories):
        for theme in dict.fromkeys(theme.casefold() for theme in themes):
            lists[_THEME, theme].append(number)
        for value in dict.fromkeys(values):
            lists[_VALUE, f"value {value}"].append(number)
    return lists


def _around(members: Sequence[int], position: int) -> Iterable[int]:
    first = max(0, position - REACH)
    return (*members[first:position], *members[position + 1 : position + 1 + REACH])


def _best(scores: Counter[int], number: int) -> list[int]:
    order = sorted(scores.items(), key=lambda item: (-item[1], abs(item[0] - number), item[0]))
    return [other for other, _ in order[:MOST]]
