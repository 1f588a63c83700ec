"""The date that ten digits begin with, and the century that the seventh tells of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.privacy.dates import ADDED, CENTURIES, added, is_date, is_nobodys


@pytest.mark.parametrize(
    ("begins", "more"),
    [
        ("010168", 0),
        ("310168", 0),
        ("300468", 0),
        ("290272", 0),
        ("311268", 0),
        ("410168", 40),
        ("710168", 40),
        ("700468", 40),
        ("610168", 40),
        ("600268", 40),
        ("700268", 60),
        ("710468", 60),
        ("720168", 60),
        ("910168", 60),
        ("900468", 60),
        ("890272", 60),
        ("000168", None),
        ("320168", None),
        ("400168", None),
        ("300268", None),
        ("310468", None),
        ("290275", None),
        ("890275", None),
        ("910468", None),
        ("920168", None),
        ("990168", None),
        ("010068", None),
        ("011368", None),
        ("410068", None),
    ],
)
def test_a_day_may_have_forty_or_sixty_added_to_it(begins: str, more: int | None) -> None:
    assert added(f"{begins}5010", "") == more


@pytest.mark.parametrize(
    ("digits", "century", "more"),
    [
        ("2902005010", "", 0),
        ("2902005010", "20", 0),
        ("2902005010", "19", None),
        ("2902005010", "18", None),
        ("2902725010", "19", 0),
        ("2902725010", "18", 0),
        ("2902961010", "20", 0),
        ("6902005010", "20", 40),
        ("6902005010", "19", 60),
        ("8902005010", "20", 60),
        ("8902005010", "19", None),
        ("3104005010", "19", None),
        ("1503685010", "18", 0),
        ("5503685010", "19", 40),
        ("7503685010", "19", 60),
    ],
)
def test_where_the_century_is_told_there_must_be_such_a_day_in_it(digits: str, century: str, more: int | None) -> None:
    assert added(digits, century) == more


@pytest.mark.parametrize(
    ("year", "nobodys"),
    [
        ("2006", "0123"),
        ("2000", "0123"),
        ("2036", "0123"),
        ("2037", "012349"),
        ("2057", "012349"),
        ("2058", "0123456789"),
        ("2099", "0123456789"),
        ("1900", "49"),
        ("1936", "49"),
        ("1937", ""),
        ("1968", ""),
        ("1999", ""),
        ("1868", ""),
        ("1836", ""),
    ],
)
def test_the_seventh_digit_tells_of_a_century(year: str, nobodys: str) -> None:
    assert "".join(digit for digit in "0123456789" if is_nobodys(year, digit)) == nobodys


@pytest.mark.parametrize(
    ("day", "month", "year", "is_one"),
    [
        (1, 1, 2026, True),
        (31, 12, 2026, True),
        (31, 4, 2026, False),
        (0, 1, 2026, False),
        (32, 1, 2026, False),
        (1, 0, 2026, False),
        (1, 13, 2026, False),
        (29, 2, 2000, True),
        (29, 2, 1900, False),
        (29, 2, 0, True),
        (29, 2, 4, True),
        (29, 2, 96, True),
        (29, 2, 99, False),
        (29, 2, 1, False),
        (30, 2, 0, False),
    ],
)
def test_there_is_such_a_day_or_not(day: int, month: int, year: int, is_one: bool) -> None:
    assert is_date(day, month, year) is is_one


def test_what_is_added_and_the_centuries_are_known() -> None:
    assert ADDED == (0, 40, 60)
    assert CENTURIES == ("18", "19", "20")


@given(some.dates(date(1900, 1, 1), date(2057, 12, 31)), some.integers(0, 9999))
def test_every_day_is_known_whatever_comes_after_it(day: date, last: int) -> None:
    digits = f"{day:%d%m%y}{last:04}"
    if (day.day, day.month) == (29, 2) and day.year % 100 == 0:
        digits = f"0103{day:%y}{last:04}"
    assert added(digits, "") == 0
    assert is_date(day.day, day.month, day.year)
    assert is_date(day.day, day.month, day.year % 100) or (day.day, day.month) == (29, 2)
