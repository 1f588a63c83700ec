"""Minutes and clock times: Python gives the answers in minutes.json, and they always add up."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.locale import catalogue
from hverdag.model.minutes import begins, clock, minute_of_day, scaled

from .minutes import AGREED

STEPS = some.lists(some.tuples(some.integers(1, 90), some.integers(1, 20)), min_size=1, max_size=12)


@pytest.mark.parametrize("case", AGREED["scaled"], ids=str)
def test_minutes_are_shared_out_as_agreed(case: dict[str, Any]) -> None:
    found = scaled(case["minutes"], case["floors"], case["total"])
    assert (list(found) if found is not None else None) == case["shares"]


@pytest.mark.parametrize("case", AGREED["clock"], ids=str)
def test_clock_times_are_read_and_written_as_agreed(case: dict[str, Any]) -> None:
    minute = minute_of_day(case["text"])
    assert minute == case["minute"]
    assert (clock(minute) if minute is not None else None) == case["said"]


@pytest.mark.parametrize("case", AGREED["durations"], ids=str)
def test_how_long_it_takes_is_said_in_hours_from_two_hours(case: dict[str, Any]) -> None:
    assert catalogue("da").duration(case["minutes"]) == case["said"]


@pytest.mark.parametrize("case", AGREED["begins"], ids=str)
def test_steps_begin_as_agreed(case: dict[str, Any]) -> None:
    assert list(begins(case["minutes"])) == case["begins"]


@given(STEPS, some.integers(1, 600))
def test_a_plan_adds_up_and_keeps_its_floors(steps: list[tuple[int, int]], total: int) -> None:
    minutes, floors = [step[0] for step in steps], [step[1] for step in steps]
    found = scaled(minutes, floors, total)
    if sum(floors) > total:
        assert found is None
    else:
        assert found is not None
        assert sum(found) == total
        assert all(share >= floor for share, floor in zip(found, floors, strict=True))


@given(STEPS)
def test_a_plan_that_fits_is_left_alone(steps: list[tuple[int, int]]) -> None:
    minutes = [max(step) for step in steps]
    assert scaled(minutes, [step[1] for step in steps], sum(minutes)) == tuple(minutes)
