"""Whatever is answered in a measurement, nobody is isolated: also not by a workplace that knows its own answers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.uptake.counts import FOLDER, CountFile, CountRow
from hverdag.model.uptake.customers import IDS
from hverdag.model.uptake.floor import FEWEST, is_safe, total
from hverdag.model.uptake.freezing import Answered, divided
from hverdag.model.uptake.freezing_units import KIND, freeze_units
from hverdag.model.uptake.isolating import (
    differing_numbers,
    misshapen,
    revealing_parts,
    revealing_silence,
    small_cells,
    words_beside_whole,
)
from tests.features.customers.measured import alike

UNITS = ("a", "b", "c", "d", "e", "f")
ONE = some.builds(
    Answered, some.sampled_from((*UNITS, "")), some.tuples(*(some.sampled_from((0, 1, 3, 5)) for _ in IDS))
)
SILENT = some.dictionaries(some.sampled_from(UNITS), some.one_of(some.none(), some.integers(0, 9)), min_size=1)


@some.composite
def everybody(draw: some.DrawFn) -> list[Answered]:
    """People in lumps, so that groups are often just above or just under the floor."""
    lumps = draw(some.lists(some.tuples(ONE, some.integers(1, 9)), max_size=14))
    return [one for one, number in lumps for _ in range(number)]


def asked_of(people: Sequence[Answered], silent: Mapping[str, int | None]) -> dict[str, int | None]:
    """How many were asked in each unit: those who answered, and those who did not."""
    return {
        unit: None if number is None else number + sum(one.part == unit for one in people)
        for unit, number in silent.items()
    }


def counted(people: Sequence[Answered], silent: Mapping[str, int | None]) -> CountFile:
    """The file of counts; some answers are those of units that were taken out of the measurement."""
    found = freeze_units(people, IDS, asked_of(people, silent), FEWEST)
    return CountFile(path=f"{FOLDER}tillid.yml", rows=tuple(found.rows))


def units_of(people: Sequence[Answered], silent: Mapping[str, int | None]) -> set[str]:
    """Everyone who can subtract what is its own: the units that are asked, and those that were taken out."""
    return {*silent, *(one.part for one in people)}


def subsets(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(len(parts) + 1):
        yield from combinations(parts, size)


def cells_of(people: Sequence[Answered], unit: str, question: str) -> tuple[int, ...]:
    own = [one for one in people if one.part == unit]
    return tuple(divided(own, IDS.index(question))) if question else (len(own),)


@given(everybody(), SILENT)
def test_a_unit_that_subtracts_what_it_knows_finds_nothing_about_few(
    people: list[Answered], silent: dict[str, int | None]
) -> None:
    file = counted(people, silent)
    for question in ("", *IDS):
        whole, parts = file.cells(KIND, question), file.parts(KIND, question)
        assert all(min(cells) >= FEWEST for cells in parts.values())
        assert all(tuple(cells) == cells_of(people, unit, question) for unit, cells in parts.items())
        assert whole is None or tuple(whole) == total(
            cells_of(people, unit, question) for unit in units_of(people, silent)
        )
        for chosen in subsets(sorted(parts)) if whole else ():
            left = [cell - sum(parts[unit][at] for unit in chosen) for at, cell in enumerate(whole or ())]
            assert is_safe(left), (question, chosen)
            for own in units_of(people, silent) - set(chosen):
                mine = cells_of(people, own, question)
                assert is_safe([cell - taken for cell, taken in zip(left, mine, strict=True)]), (question, chosen, own)


@given(everybody(), SILENT)
def test_words_are_true_of_several_numbers_and_stand_beside_no_whole(
    people: list[Answered], silent: dict[str, int | None]
) -> None:
    file = counted(people, silent)
    for row in file.rows:
        if row.most is not None:
            (number,) = file.cells(KIND, "", row.part) or (0,)
            agree, _ = cells_of(people, row.part, row.question)
            possible = [
                yes
                for yes in range(number + 1)
                if (yes > number - yes) is row.most and not is_safe((yes, number - yes))
            ]
            assert agree in possible
            assert len(possible) > 2
            assert file.cells(KIND, row.question) is None


@given(everybody(), SILENT)
def test_nobody_is_known_not_to_have_answered(people: list[Answered], silent: dict[str, int | None]) -> None:
    file = counted(people, silent)
    asked = asked_of(people, silent)
    missing = {row.part: row.of - sum(row.cells) for row in file.rows if row.of is not None and not row.question}
    assert all(is_safe((number,)) for unit, number in missing.items() if unit)
    if "" in missing:
        parts = {unit: number for unit, number in missing.items() if unit}
        for chosen in subsets(sorted(parts)):
            left = missing[""] - sum(parts[unit] for unit in chosen)
            assert is_safe((left,))
            for own in silent.keys() - set(chosen):
                mine = (asked[own] or 0) - cells_of(people, own, "")[0]
                assert is_safe((left - mine,)), (chosen, own)


@given(everybody(), SILENT)
def test_the_rules_find_nothing_in_what_was_counted(people: list[Answered], silent: dict[str, int | None]) -> None:
    file = counted(people, silent)
    found = [*small_cells(file, FEWEST), *revealing_parts(file, FEWEST), *differing_numbers(file), *misshapen(file)]
    assert not [*found, *words_beside_whole(file), *revealing_silence(file, FEWEST)]
    assert len({(row.question, row.part) for row in file.rows}) == len(file.rows)


def test_one_answer_is_not_counted() -> None:
    found = freeze_units(alike("a", (5, 5, 5), 1), IDS, {"a": 20}, FEWEST)
    assert (found.rows, found.counted) == ([], False)


def test_four_answers_are_not_counted_and_five_are() -> None:
    assert not freeze_units(alike("a", (5, 5, 5), 4), IDS, {"a": 20}, FEWEST).counted
    found = freeze_units(alike("a", (5, 5, 5), 5), IDS, {"a": 20}, FEWEST)
    assert [(row.part, row.cells, row.of, row.most) for row in found.rows] == [
        ("a", (5,), 20, None),
        *[("a", (), None, True)] * 3,
    ]


def test_one_workplace_is_told_of_once() -> None:
    people = [*alike("a", (5, 1, 5), 9), *alike("a", (1, 5, 0), 8)]
    found = freeze_units(people, IDS, {"a": 17}, FEWEST)
    assert [(row.question, row.part, row.cells, row.of) for row in found.rows] == [
        ("", "a", (17,), 17),
        ("served-1", "a", (9, 8), None),
        ("served-2", "a", (8, 9), None),
        ("served-3", "a", (9, 8), None),
    ]


def test_all_together_are_told_of_where_every_unit_may_subtract_its_own() -> None:
    """Three units of four are twelve; each knows four, and eight are left."""
    small = [one for unit in "bcd" for one in alike(unit, (5, 5, 5), 4)]
    people = [*alike("a", (5, 5, 5), 10), *alike("a", (1, 1, 1), 10), *small]
    asked = dict.fromkeys("abcd", 30)
    file = CountFile(path=f"{FOLDER}x.yml", rows=tuple(freeze_units(people, IDS, asked, FEWEST).rows))
    assert file.cells(KIND) == (32,)
    assert file.cells(KIND, "served-1") is None, "those who are left all said yes"
    two = [one for one in people if one.part in "ab"]
    alone = CountFile(path=f"{FOLDER}x.yml", rows=tuple(freeze_units(two, IDS, {"a": 30, "b": 30}, FEWEST).rows))
    assert (alone.cells(KIND), alone.parts(KIND)) == (None, {"a": (20,)})


def test_a_workplace_that_was_taken_out_is_left_with_the_others() -> None:
    """What is left when the only workplace that is told of is subtracted would be its four answers."""
    people = [*alike("a", (5, 1, 5), 10), *alike("gone", (1, 1, 5), 4)]
    found = freeze_units(people, IDS, {"a": 30, "b": 30}, FEWEST)
    assert {row.part for row in found.rows} == {"a"}
    assert found.has_hidden_parts


def test_all_together_are_told_of_question_by_question() -> None:
    """Six units of four, two of whom say yes: eight and eight are left whichever of them subtracts its own."""
    people = [one for unit in "bcdefg" for yes in (5, 1) for one in alike(unit, (yes,) * 3, 2)]
    file = CountFile(path=f"{FOLDER}x.yml", rows=tuple(freeze_units(people, IDS, dict.fromkeys("bcdefg", 9), 5).rows))
    assert [(row.question, row.part, row.cells, row.of) for row in file.rows] == [
        ("", "", (24,), 54),
        *((id, "", (12, 12), None) for id in IDS),
    ]


def test_words_that_are_written_beside_the_whole_are_found() -> None:
    rows = (
        CountRow(count=KIND, cells=(30,)),
        CountRow(count=KIND, part="a", cells=(9,)),
        CountRow(count=KIND, question="served-1", part="a", most=True),
    )
    assert not list(words_beside_whole(CountFile(path="x", rows=rows)))
    whole = CountRow(count=KIND, question="served-1", cells=(20, 10))
    found = words_beside_whole(CountFile(path="x", rows=(*rows, whole)))
    assert [one.number for one in found] == [2]


def test_how_many_were_asked_can_be_subtracted_too() -> None:
    rows = (CountRow(count=KIND, cells=(30,), of=60), CountRow(count=KIND, part="a", cells=(15,), of=42))
    assert [one.number for one in revealing_silence(CountFile(path="x", rows=rows), FEWEST)] == [0]
