"""What is missing is counted right: whose stories count, for whom, and how old they are."""

from datetime import date
from pathlib import Path

import pytest

from hverdag.features.coverage.cells import Age, Cell, Coverage, age_of, coverage_of, emptiest, on_agenda
from hverdag.model.texts.value import Value
from hverdag.model.uptake.workplaces import Department, WorkplaceGroup
from tests.conftest import TODAY, Publication, copied, read
from tests.features.coverage.stories import demand_little, tell
from tests.uptake import give_workplaces

SMALL_DEPARTMENT = "  - id: stab\n    name: Stab\n"


@pytest.fixture
def told(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


def coverage(publication: Publication, today: date = TODAY) -> Coverage:
    return coverage_of(read(publication.root), today)


def ages(publication: Publication, value: str = "mod", today: date = TODAY) -> dict[str, Age]:
    """The age of the newest story of a value, by the departments of each group, and of all together."""
    (row,) = [row for row in coverage(publication, today).rows if row.whole.value.id == value]
    found = {" ".join(one.id for one in cell.group.departments): cell.age for cell in row.groups if cell.group}
    return {**found, "all": row.whole.age}


def test_a_story_counts_in_the_group_of_its_workplace_for_each_of_its_values_and_for_its_kind(
    told: Publication,
) -> None:
    assert set(ages(told).values()) == {Age.NONE}
    tell(told, "F50", "bakken", value="mod, tillid")
    for value in ("mod", "tillid"):
        assert ages(told, value) == {"aeldre": Age.UNDER_ONE_YEAR, "boern stab": Age.NONE, "all": Age.UNDER_ONE_YEAR}
    assert [row.kinds for row in coverage(told).rows] == [(Age.UNDER_ONE_YEAR,)] * 2
    assert coverage(told).counted == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"origin": "illustrative"},
        {"state": "draft"},
        {"state": "in-review"},
        {"state": "declined"},
        {"state": "retired"},
        {"until": "2026-10-01"},
        {"told": "2026-12-24"},
    ],
    ids=lambda fields: "-".join(fields.values()),
)
def test_only_what_a_colleague_has_told_and_still_says_yes_to_counts(told: Publication, fields: dict[str, str]) -> None:
    tell(told, "F50", "bakken", **fields)
    assert coverage(told).counted == 0
    assert set(ages(told).values()) == {Age.NONE}


@pytest.mark.parametrize("workplace", ["dalen", "it", "ukendt", ""], ids=["small", "smaller", "unknown", "none"])
def test_a_story_from_a_small_workplace_is_in_no_group_and_looks_like_one_without_a_workplace(
    told: Publication, workplace: str
) -> None:
    tell(told, "F50", workplace)
    assert ages(told) == {"aeldre": Age.NONE, "boern stab": Age.NONE, "all": Age.UNDER_ONE_YEAR}


def test_a_workplace_that_has_become_part_of_another_counts_where_that_is(told: Publication) -> None:
    told.change(
        "values/workplaces.yml", "    code: A001\n", "    code: A001\n    closed: 2026-08-01\n    became: bakken\n"
    )
    tell(told, "F50", "rylen")
    assert ages(told)["aeldre"] is Age.UNDER_ONE_YEAR


def test_without_workplaces_there_are_values_only(tmp_path: Path) -> None:
    plain = copied("good", tmp_path)
    tell(plain, "F50", "bakken")
    assert ages(plain) == {"all": Age.UNDER_ONE_YEAR}
    assert [cell.group for cell in coverage(plain).cells] == [None, None]


@pytest.mark.parametrize(
    ("told_on", "age"),
    [
        (None, Age.NONE),
        (date(2026, 11, 21), Age.UNDER_ONE_YEAR),
        (date(2025, 11, 22), Age.UNDER_ONE_YEAR),
        (date(2025, 11, 21), Age.FROM_ONE_YEAR),
        (date(2024, 11, 22), Age.FROM_ONE_YEAR),
        (date(2024, 11, 21), Age.FROM_TWO_YEARS),
        (date(2003, 1, 1), Age.FROM_TWO_YEARS),
    ],
)
def test_a_year_is_a_year(told_on: date | None, age: Age) -> None:
    assert age_of(told_on, TODAY) is age


def test_a_leap_day_is_a_year_old_on_the_first_of_march() -> None:
    assert age_of(date(2024, 2, 29), date(2025, 2, 28)) is Age.UNDER_ONE_YEAR
    assert age_of(date(2024, 2, 29), date(2025, 3, 1)) is Age.FROM_ONE_YEAR


def cell(value: str, group: str, told_on: date | None = None) -> Cell:
    return Cell(
        Value(path=f"values/{value}.md", name=value),
        WorkplaceGroup((Department(id=group, name=group),), ()),
        told_on,
        age_of(told_on, TODAY),
    )


def asked(*cells: Cell) -> list[str]:
    return [f"{one.value.id} {one.group.departments[0].id}" for one in emptiest(cells, 3) if one.group]


def test_the_emptiest_are_of_different_values_and_groups() -> None:
    grid = [cell(value, group) for value in "abc" for group in "xyz"]
    assert asked(*grid) == ["a x", "b y", "c z"]
    assert asked(*grid[:2]) == ["a x", "a y"]


def test_nothing_comes_before_old_and_what_is_new_is_not_asked_for() -> None:
    new, old, older = (cell(*names, date(year, 6, 1)) for names, year in (("ax", 2026), ("bx", 2025), ("cy", 2020)))
    assert asked(new, old, older, cell("a", "y")) == ["a y", "c y", "b x"]
    assert asked(new) == []


def test_the_first_year_nothing_is_on_the_agenda_and_after_it_what_nobody_tells_of(told: Publication) -> None:
    def agenda(today: date) -> list[str]:
        handbook = read(told.root)
        return [value.id for value in on_agenda(coverage_of(handbook, today), handbook, today)]

    tell(told, "F50", "bakken", told="2026-06-01")
    assert agenda(date(2030, 1, 1)) == []  # nothing was ever selected
    selections = (
        "selections:\n  - {edition: 1. udgave, date: 2026-01-10, group: Gruppen, nodded: 9, of: 9, stories: [doeren]}\n"
    )
    demand_little(told, selections)
    assert agenda(date(2027, 1, 9)) == []
    assert agenda(date(2027, 1, 10)) == ["tillid"]
    assert agenda(date(2027, 6, 1)) == ["tillid", "mod"]
