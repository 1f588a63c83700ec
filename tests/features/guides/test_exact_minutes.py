"""The minutes of a meeting: the exact shares, the exact times of day, and that nothing of the time is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.locale import catalogue
from hverdag.model.minutes import LONGEST, begins, clock, minute_of_day, scaled

STEPS = some.lists(some.tuples(some.integers(0, 90), some.integers(0, 20)), min_size=1, max_size=8)


def test_no_meeting_is_longer_than_ten_hours() -> None:
    assert LONGEST == 600


# Shares.


@pytest.mark.parametrize(
    ("minutes", "floors", "total", "shares"),
    [
        ([10, 20, 30], [1, 1, 1], 60, (10, 20, 30)),
        ([10, 20, 30], [1, 1, 1], 30, (5, 10, 15)),
        ([10, 20, 30], [1, 1, 1], 120, (20, 40, 60)),
        ([1, 1, 1], [0, 0, 0], 4, (2, 1, 1)),
        ([1, 1, 1], [0, 0, 0], 5, (2, 2, 1)),
        ([3, 5, 2], [0, 0, 0], 7, (2, 4, 1)),
        ([2, 5, 3], [0, 0, 0], 7, (1, 4, 2)),
        ([5, 10, 5], [8, 1, 1], 20, (8, 8, 4)),
        ([5, 10, 5], [1, 1, 8], 20, (4, 8, 8)),
        ([5, 10, 5], [1, 14, 1], 20, (3, 14, 3)),
        ([5, 10, 5], [8, 5, 1], 20, (8, 8, 4)),
        ([5, 10, 5], [8, 5, 4], 20, (8, 8, 4)),
        ([5, 10, 5], [8, 8, 4], 20, (8, 8, 4)),
        ([5, 10, 5], [8, 9, 1], 20, (8, 9, 3)),
        ([5, 10, 5], [8, 7, 5], 20, (8, 7, 5)),
        ([5, 10, 5], [8, 7, 6], 20, None),
        ([10, 5, 5], [1, 7, 6], 20, (7, 7, 6)),
        ([10, 5, 5], [1, 6, 6], 13, (1, 6, 6)),
        ([100, 1, 1], [1, 5, 5], 20, (10, 5, 5)),
        ([0, 0], [0, 0], 10, (0, 10)),
        ([0, 0], [2, 3], 10, (2, 8)),
        ([0, 10], [2, 3], 10, (2, 8)),
        ([0, 10], [0, 3], 10, (0, 10)),
        ([7], [3], 3, (3,)),
        ([7], [3], 12, (12,)),
        ([7], [3], 2, None),
        ([1, 1], [0, 0], 0, (0, 0)),
        ([1, 1], [0, 1], 0, None),
        ([], [], 10, None),
        ([], [], 0, None),
    ],
)
def test_minutes_are_shared_out_like_this(
    minutes: list[int], floors: list[int], total: int, shares: tuple[int, ...] | None
) -> None:
    assert scaled(minutes, floors, total) == shares


@given(steps=STEPS, total=some.integers(0, 600))
def test_every_plan_adds_up_and_keeps_its_floors_or_is_none(steps: list[tuple[int, int]], total: int) -> None:
    minutes, floors = [step[0] for step in steps], [step[1] for step in steps]
    found = scaled(minutes, floors, total)
    assert (found is None) is (sum(floors) > total)
    shares = floors if found is None else list(found)
    assert len(shares) == len(steps)
    assert [max(share, floor) for share, floor in zip(shares, floors, strict=True)] == shares
    assert found is None or sum(found) == total


@given(steps=STEPS, total=some.integers(0, 600))
def test_a_share_without_a_floor_is_within_a_minute_of_its_part(steps: list[tuple[int, int]], total: int) -> None:
    minutes = [1 + step[0] for step in steps]
    found = scaled(minutes, [0] * len(minutes), total)
    assert found is not None
    weight = sum(minutes)
    rests = [share * weight - part * total for share, part in zip(found, minutes, strict=True)]
    assert max(map(abs, rests)) < weight
    # Whoever was rounded up had at least as much left over as whoever was not.
    up, down = [rest for rest in rests if rest > 0], [rest for rest in rests if rest <= 0]
    assert min([weight - rest for rest in up], default=weight) >= max([-rest for rest in down], default=0)


@given(steps=STEPS)
def test_a_plan_that_fits_stays_as_it_is(steps: list[tuple[int, int]]) -> None:
    minutes = [1 + max(step) for step in steps]
    assert scaled(minutes, [step[1] for step in steps], sum(minutes)) == tuple(minutes)


# Times of day.


@pytest.mark.parametrize(
    ("minute", "said"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (59, "0.59"),
        (60, "1.00"),
        (9 * 60 + 5, "9.05"),
        (14 * 60 + 30, "14.30"),
        (23 * 60 + 59, "23.59"),
        (24 * 60, "0.00"),
        (24 * 60 + 10, "0.10"),
        (25 * 60, "1.00"),
        (48 * 60 + 61, "1.01"),
    ],
)
def test_a_minute_of_the_day_is_said_in_danish_and_midnight_starts_over(minute: int, said: str) -> None:
    assert clock(minute) == said


def test_every_minute_of_the_day_is_said_and_read_as_itself() -> None:
    said = [clock(minute) for minute in range(24 * 60)]
    assert len(set(said)) == 1440
    assert [minute_of_day(one) for one in said] == list(range(24 * 60))
    assert [minute_of_day(one.replace(".", ":").zfill(5)) for one in said] == list(range(24 * 60))
    assert [clock(minute) for minute in range(24 * 60, 48 * 60)] == said


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("9:05", 545),
        ("09.05", 545),
        (" 9:05\n", 545),
        ("0:00", 0),
        ("19:59", 1199),
        ("20:00", 1200),
        ("23:59", 1439),
        ("24:00", None),
        ("24.10", None),
        ("30:00", None),
        ("9:60", None),
        ("9:5", None),
        ("9:050", None),
        ("009:05", None),
        ("9,05", None),
        ("9", None),
        ("9:05 x", None),
        ("x 9:05", None),
        ("-9:05", None),
        ("٩:٠٥", None),
        (":05", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_or_it_is_none(text: str, minute: int | None) -> None:
    assert minute_of_day(text) == minute


# When each step begins.


@pytest.mark.parametrize(
    ("minutes", "found"),
    [([], ()), ([5], (0,)), ([5, 10, 5], (0, 5, 15)), ([0, 0, 7, 1], (0, 0, 0, 7))],
)
def test_a_step_begins_when_those_before_it_are_over(minutes: list[int], found: tuple[int, ...]) -> None:
    assert begins(minutes) == found


def test_each_language_has_one_form_of_a_time_of_day() -> None:
    assert [clock(545, language) for language in ("da", "en")] == ["9.05", "9:05"]
    assert [catalogue(language).clock(870) for language in ("da", "en")] == ["14.30", "14:30"]
