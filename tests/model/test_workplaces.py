"""Workplaces: what they are called, what they became, and how numbers about them may be told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.uptake.workplaces import FEWEST_WORKPLACES, Department, StaffBand, Workplace, Workplaces, key

DAY = date(2026, 11, 21)


def place(id: str, department: str = "a", **more: object) -> Workplace:
    return Workplace.model_validate({"id": id, "name": id.title(), "department": department, "staff": "10-19", **more})


def listed(*places: Workplace, departments: str = "abc") -> Workplaces:
    return Workplaces(departments=tuple(Department(id=one, name=one) for one in departments), workplaces=places)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_no_group_is_small_and_none_is_found_by_subtraction(sizes: list[int]) -> None:
    names = "abcdef"[: len(sizes)]
    places = [place(f"{name}{n}", name) for name, size in zip(names, sizes, strict=True) for n in range(size)]
    workplaces = listed(*places, departments=names)
    groups = workplaces.groups(DAY)
    counted = [one.id for group in groups for one in group.workplaces]
    assert len(groups) != 1 or len({one.department for one in places}) == 1
    if groups:
        assert sorted(counted) == sorted(one.id for one in places)
        assert all(len(group.workplaces) >= FEWEST_WORKPLACES for group in groups)
        assert all(
            {one.department for one in group.workplaces}
            == {one.id for one in group.departments if sizes[names.index(one.id)]}
            for group in groups
        )


def test_a_workplace_that_became_part_of_another_is_found_under_its_new_name() -> None:
    workplaces = listed(
        place("old", became="mid", closed="2026-01-01"), place("mid", became="new", closed="2026-06-01"), place("new")
    )
    found = workplaces.now("old")
    assert found is not None
    assert found.id == "new"
    assert workplaces.now("nowhere") is None
    by_day = [workplaces.now("old", day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 1))]
    assert [one.id if one else "" for one in by_day] == ["old", "mid", "new"]
    assert [one.id for one in workplaces.open(DAY)] == ["new"]
    assert [one.id for one in workplaces.open(date(2025, 12, 31))] == ["old", "mid", "new"]


def test_workplaces_that_became_one_another_are_no_riddle_without_end() -> None:
    workplaces = listed(place("one", became="two"), place("two", became="one"), place("self", became="self"))
    assert workplaces.now("one") is not None
    assert workplaces.now("self") is not None


@pytest.mark.parametrize("said", ["Rylen", "rylen", "RYLEN ", "Vuggestuen Rylen", "A017", "a 017", "vuggestuen-rylen"])
def test_a_form_may_say_its_name_code_id_or_former_name(said: str) -> None:
    rylen = place("vuggestuen-rylen", code="A017", former=["Vuggestuen Rylen"]).model_copy(update={"name": "Rylen"})
    assert listed(rylen).by_name[key(said)] is rylen


def test_a_name_that_two_had_says_nothing_but_a_name_of_today_does() -> None:
    one, other = place("one", former=["Huset"]), place("other", former=["Huset", "Third"])
    third = place("third")
    workplaces = listed(one, other, third)
    assert "huset" not in workplaces.by_name
    assert workplaces.by_name["third"] is third


@pytest.mark.parametrize(
    ("band", "floor", "small"),
    [("1-4", 5, True), ("5-9", 5, False), ("5-9", 6, True), ("50+", 20, False), (None, 5, True)],
)
def test_who_is_small_goes_by_the_least_that_may_work_there(band: str | None, floor: int, small: bool) -> None:
    assert place("one").model_copy(update={"staff": StaffBand(band) if band else None}).is_small(floor) is small


def test_of_two_with_one_name_the_open_one_is_meant() -> None:
    closed = place("before", closed="2025-01-01").model_copy(update={"name": "Rylen"})
    now = place("after").model_copy(update={"name": "Rylen"})
    for listing in ((closed, now), (now, closed)):
        assert listed(*listing).by_name["rylen"] is now


def test_the_numbers_of_groups_add_up_to_the_total_when_some_have_closed() -> None:
    places = [place(f"a{at}", "a") for at in range(5)] + [place(f"b{at}", "b") for at in range(6)]
    workplaces = listed(*places, place("gone", "c", closed="2026-01-01"))
    counted = {"a0", "b1", "gone"}
    groups = workplaces.groups(DAY, counted)
    assert sum(len(group.ids & counted) for group in groups) == len(counted)
    assert all(len(group.ids) >= FEWEST_WORKPLACES for group in groups)
    assert "gone" not in {id for group in workplaces.groups(DAY) for id in group.ids}


def test_one_can_hide_in_a_group_only_among_others_that_are_not_named() -> None:
    several = listed(*(place(f"a{at}", "a") for at in range(5)), departments="a").groups(DAY)
    named = listed(
        *(place(f"a{at}", "a", **({"named": "2026-01-01"} if at else {})) for at in range(5)), departments="a"
    ).groups(DAY)
    assert [group.can_hide_one for group in (*several, *named)] == [True, False]
