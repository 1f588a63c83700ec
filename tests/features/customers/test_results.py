"""What readers are told is true, and leaves them with no workplace that has not said yes to be named."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.features.customers.results import in_words, public_results, unit_result
from hverdag.model.uptake.counts import FOLDER, CountFile, CountRow
from hverdag.model.uptake.customers import IDS, Measurement, Unit
from hverdag.model.uptake.floor import FEWEST, is_safe
from hverdag.model.uptake.freezing import Answered
from hverdag.model.uptake.freezing_units import KIND, freeze_units
from hverdag.model.uptake.workplaces import FEWEST_WORKPLACES, Workplace, Workplaces
from tests.features.customers.measured import alike

COUNTED = date(2026, 11, 1)
UNITS = tuple("abcdefgh")
SOME_UNITS = some.sets(some.sampled_from(UNITS))
MIXED = ((5, 5, 1), (1, 5, 5), (5, 1, 1), (1, 1, 5))

TRUE_OF: Mapping[str, Callable[[int, int], bool]] = {
    "more than three out of four": lambda yes, number: 4 * yes > 3 * number,
    "more than half": lambda yes, number: 2 * yes > number,
    "half or fewer": lambda yes, number: 2 * yes <= number,
    "fewer than one out of four": lambda yes, number: 4 * yes < number,
}


def file_of(people: Sequence[Answered], asked: Mapping[str, int | None]) -> CountFile:
    rows = tuple(freeze_units(people, IDS, asked, FEWEST).rows)
    return CountFile(path=f"{FOLDER}tillid.yml", frozen=COUNTED, rows=rows)


def measurement_of(units: Sequence[str]) -> Measurement:
    return Measurement(id="tillid", value="tillid", units=tuple(Unit(workplace=unit) for unit in units))


def places(named: set[str]) -> Workplaces:
    return Workplaces(
        workplaces=tuple(Workplace(id=unit, name=unit, named=COUNTED if unit in named else None) for unit in UNITS)
    )


def told(file: CountFile, units: Sequence[str], named: set[str]) -> list[str]:
    """Whom readers are shown numbers of."""
    found = public_results(file, measurement_of(units), places(named), FEWEST)
    return [one.name if isinstance(one.name, str) else one.name.text for one in found]


@given(
    some.dictionaries(some.sampled_from(UNITS), some.integers(1, 12), max_size=len(UNITS)),
    SOME_UNITS,
    SOME_UNITS,
    SOME_UNITS,
)
def test_a_reader_who_subtracts_the_named_is_left_with_nobody_or_with_five_unnamed(
    answered: dict[str, int], then: set[str], now: set[str], named: set[str]
) -> None:
    """Also where workplaces were taken out of the measurement, before it was counted or since, or put into it."""
    people = [one for unit, number in answered.items() for one in alike(unit, (5, 1, 3), number)]
    shown = told(file_of(people, dict.fromkeys(sorted(then), 30)), sorted(now), named)
    assert set(shown) - {"All of them"} <= now & named
    if "All of them" in shown:
        left = answered.keys() - set(shown)
        assert len(left - named) >= FEWEST_WORKPLACES or not (left or now - named)


@pytest.mark.parametrize(
    ("answered", "named", "expected"),
    [
        # Six have not said yes, and one of them has answers: the difference would be its own.
        ("abc", "ab", ["a", "b"]),
        ("abcdefgh", "ab", ["All of them", "a", "b"]),
        ("abc", "abcdefgh", ["All of them", "a", "b", "c"]),
    ],
)
def test_all_together_are_told_of_by_those_who_have_answered(answered: str, named: str, expected: list[str]) -> None:
    people = [one for unit in answered for answers in MIXED for one in alike(unit, answers, 5)]
    file = file_of(people, dict.fromkeys(UNITS, 30))
    assert file.cells(KIND) is not None
    assert told(file, UNITS, set(named)) == expected


@given(some.integers(FEWEST, 12), some.integers(FEWEST, 200), some.booleans())
def test_words_are_true_of_every_number_that_they_may_stand_for(fewest: int, answered: int, most: bool) -> None:
    is_true = TRUE_OF[in_words(answered, fewest, most=most).text]
    for yes in range(answered + 1):
        cells = (yes, answered - yes)
        if not is_safe(cells, fewest) and (yes > answered - yes) is most:
            assert is_true(yes, answered), yes


@pytest.mark.parametrize("row", [CountRow(count=KIND, part="a", cells=(5,)), CountRow(count=KIND, part="a", cells=())])
def test_nothing_is_said_of_those_who_did_not_answer_where_nobody_knows(row: CountRow) -> None:
    file = CountFile(path=f"{FOLDER}tillid.yml", frozen=COUNTED, rows=(row,))
    texts = [one.answered.text for one in unit_result(file, "a", "a", FEWEST)]
    assert texts == ["{number} answered. How many were asked is not known"] * len(row.cells)
