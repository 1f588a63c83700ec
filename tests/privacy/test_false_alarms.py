"""What is no personal number stops nothing, warns of nothing, and is not covered where it is a date."""

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from hverdag.privacy import CPR, CPR_LIKE, find, masked
from tests.look_alikes import LOOK_ALIKES, MOMENTS

FIRST, DAYS = datetime(2000, 1, 1), 26 * 366
EACH = 60


def told(text: str) -> list[str]:
    return [finding.rule for finding in find(text)]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_looks_like_a_number_is_passed_by(text: str) -> None:
    assert len({*LOOK_ALIKES}) == len(LOOK_ALIKES) >= 60
    for around in ("{}", "Der stod {} på sedlen.", "| {} | ja |", "- {}"):
        assert told(around.format(text)) == [], around


@pytest.mark.parametrize("form", MOMENTS)
def test_a_day_and_an_hour_are_neither_told_nor_covered(form: str) -> None:
    luck = random.Random(form)  # noqa: S311 a test that is the same each time
    for _ in range(EACH):
        moment = FIRST + timedelta(days=luck.randrange(DAYS), seconds=luck.randrange(86400))
        for text in (moment.strftime(form), f"Mødet er {moment.strftime(form)} i salen."):
            assert told(text) == [], text
            assert masked(text) == text


def test_of_random_digits_in_prose_few_warn_and_fewer_stop() -> None:
    luck = random.Random(16)  # noqa: S311 as above
    rules = Counter(rule for _ in range(10_000) for rule in told(f"Der stod {luck.randrange(10**10):010} på sedlen."))
    assert rules[CPR] < 100
    assert rules[CPR_LIKE] < 400
    print(f"of 10,000 random strings of ten digits {rules[CPR]} stop a build and {rules[CPR_LIKE]} warn")
