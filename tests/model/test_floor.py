"""The floor under numbers about people: whoever subtracts what is published finds nobody."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.uptake.floor import is_safe, reveals, shown_parts, total

NAMES = ("boern", "skole", "aeldre", "job", "teknik")


@st.composite
def answers(draw: st.DrawFn) -> dict[str, tuple[int, ...]]:
    width = draw(st.integers(1, 4))
    row = st.tuples(*(st.integers(0, 12) for _ in range(width)))
    return draw(st.dictionaries(st.sampled_from(NAMES), row, min_size=1))


@given(answers(), st.integers(5, 9))
def test_no_subtraction_of_parts_from_the_total_finds_few(parts: Mapping[str, tuple[int, ...]], fewest: int) -> None:
    shown = shown_parts(parts, fewest)
    if not is_safe(total(parts.values()), fewest):
        assert not shown
        return
    assert all(is_safe(parts[name], fewest) for name in shown)
    left = [cells for name, cells in parts.items() if name not in shown]
    assert not left or is_safe(total(left), fewest)


@given(answers())
def test_every_sum_of_shown_parts_leaves_nobody_alone(parts: Mapping[str, tuple[int, ...]]) -> None:
    shown = shown_parts(parts)
    whole = total(parts.values())
    for size in range(len(shown) + 1):
        for some in combinations(sorted(shown), size):
            taken = total(parts[name] for name in some) if some else tuple(0 for _ in whole)
            assert not shown or is_safe([all_of - part for all_of, part in zip(whole, taken, strict=True)])


@given(answers())
def test_no_more_is_hidden_than_must_be(parts: Mapping[str, tuple[int, ...]]) -> None:
    if all(is_safe(cells) for cells in parts.values()):
        assert shown_parts(parts) == {name for name, cells in parts.items() if sum(cells)}


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"boern": (12,), "skole": (9,), "job": (3,)}, {"boern"}),
        ({"boern": (12,), "skole": (9,), "job": (3,), "teknik": (2,)}, {"boern", "skole"}),
        ({"boern": (12,), "job": (3,)}, set()),
        ({"boern": (3,)}, set()),
        ({"boern": (6, 0), "skole": (5, 5)}, set()),
        ({"boern": (6, 0), "skole": (5, 5), "job": (2, 6)}, {"skole"}),
        ({"boern": (0, 0), "skole": (5, 5)}, {"skole"}),
    ],
)
def test_what_a_hidden_part_takes_with_it(parts: dict[str, tuple[int, ...]], shown: set[str]) -> None:
    assert shown_parts(parts) == shown


@pytest.mark.parametrize(
    ("before", "after", "does"), [(37, 37, False), (37, 38, True), (37, 41, True), (37, 42, False)]
)
def test_a_later_number_must_not_isolate_who_came_late(before: int, after: int, does: bool) -> None:
    assert reveals((before,), (after,)) is does
    assert reveals((after,), (before,)) is does


@pytest.mark.parametrize(
    ("before", "after", "does"),
    [((20, 10), (30, 10), True), ((20, 10), (30, 20), False), ((20, 10), (20, 10), False), ((20,), (30, 10), False)],
)
def test_those_who_came_late_must_not_all_have_answered_alike(
    before: tuple[int, ...], after: tuple[int, ...], does: bool
) -> None:
    assert reveals(before, after) is does


@given(answers(), st.integers(5, 9))
def test_no_group_is_shown_or_left_in_which_all_answered_alike(
    parts: Mapping[str, tuple[int, ...]], fewest: int
) -> None:
    """Where nobody gave one of the answers, it is known that each of them gave another."""
    shown = shown_parts(parts, fewest)
    left = total(cells for name, cells in parts.items() if name not in shown)
    for cells in (*(parts[name] for name in shown), *([left] if shown and any(left) else [])):
        assert min(cells) >= fewest
