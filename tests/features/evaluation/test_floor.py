"""Whatever people answer, what is published isolates none of them: an attacker subtracts everything from everything."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.uptake.counts import FOLDER, CountFile, CountKind, CountRow
from hverdag.model.uptake.floor import FEWEST
from hverdag.model.uptake.freezing import (
    Answered,
    freeze_courses,
    freeze_participants,
    freeze_questionnaire,
    without_revealing,
)
from hverdag.model.uptake.isolating import (
    differing_numbers,
    misshapen,
    revealing_editions,
    revealing_parts,
    small_cells,
)
from hverdag.workflows.answers.export import OTHERS, anonymous

QUESTIONS = ("know", "talked", "dare")
ONE = some.builds(
    Answered,
    some.sampled_from(("", "a", "b", "c", "d")),
    some.tuples(*(some.sampled_from((0, 2, 4, 5)) for _ in QUESTIONS)),
)
MOST = 60


def alike(part: str, answers: tuple[int, ...], number: int) -> list[Answered]:
    return [Answered(part, answers)] * number


@some.composite
def everybody(draw: some.DrawFn) -> list[Answered]:
    """People in lumps, so that groups are often just above or just under the floor."""
    lumps = draw(some.lists(some.tuples(ONE, some.integers(1, 9)), max_size=9))
    return [one for one, number in lumps for _ in range(number)][:MOST]


def few(count: int) -> bool:
    return 0 < count < FEWEST


def subsets(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(1, len(parts) + 1):
        yield from combinations(parts, size)


def differences(file: CountFile) -> Iterator[int]:
    """Every number of a file, and what is left of everybody when any departments are subtracted, question by question;
    and the same of the numbers of people, which every question tells."""
    numbers: dict[str, int] = {}
    for question in ("", *QUESTIONS):
        whole, parts = file.cells(CountKind.QUESTIONNAIRE, question), file.parts(CountKind.QUESTIONNAIRE, question)
        if whole is None:
            assert not parts
            continue
        numbers |= {part: sum(cells) for part, cells in parts.items()} | {"": sum(whole)}
        yield from whole
        for chosen in subsets(sorted(parts)):
            yield from (cell - sum(parts[part][at] for part in chosen) for at, cell in enumerate(whole))
        for chosen in subsets(sorted(parts)):
            yield from (sum(parts[part][at] for part in chosen) for at in range(len(whole)))
    for chosen in subsets(sorted(numbers.keys() - {""})):
        yield numbers[""] - sum(numbers[part] for part in chosen)


def frozen(people: Sequence[Answered], name: str = "2026", earlier: Iterable[CountFile] = ()) -> CountFile:
    listed, path = list(earlier), f"{FOLDER}{name}.yml"
    found = freeze_questionnaire(people, QUESTIONS, None, FEWEST, by_part=not listed)
    return CountFile(path=path, rows=tuple(without_revealing(found, path, listed, FEWEST).rows))


@given(everybody())
def test_no_difference_within_a_file_is_about_few(people: list[Answered]) -> None:
    file = frozen(people)
    assert not [left for left in differences(file) if few(left)]
    assert not [*small_cells(file, FEWEST), *revealing_parts(file, FEWEST), *differing_numbers(file)]


@given(everybody(), everybody())
def test_what_comes_in_late_tells_nothing_by_what_was_there_before(first: list[Answered], late: list[Answered]) -> None:
    """The late ones are counted by themselves, so no sum of the two files is about few either; and whoever takes the
    second file for the first and more finds no small difference."""
    one = frozen(first)
    other = frozen(late, "2026-2", [one] if one.rows else [])
    assert not [left for left in differences(other) if few(left)]
    for row in other.rows:
        before = one.cells(row.count, row.question, row.part)
        assert before is None or not any(few(abs(now - then)) for now, then in zip(row.cells, before, strict=True))
    assert not one.rows or not list(revealing_editions(other, one, FEWEST))


@given(everybody(), some.integers(1, 4))
def test_a_question_that_some_left_out_is_about_as_many_as_the_others(people: list[Answered], left_out: int) -> None:
    people = [*people, *alike("a", (0, 5, 5), left_out)]
    file = frozen(people)
    sums = {part: {sum(row.cells) for row in file.rows if row.part == part} for part in {row.part for row in file.rows}}
    assert all(len(numbers) == 1 for numbers in sums.values())


@given(everybody())
def test_counting_again_with_few_more_is_told_where_anybody_tries(people: list[Answered]) -> None:
    """Somebody writes a second file by hand, with everybody and one more: the rule finds it."""
    first = frozen(people)
    second = CountFile(path=f"{FOLDER}2026-2.yml", rows=frozen([*people, Answered("a", (5, 5, 5))]).rows)
    if first.rows and second.rows:
        assert list(revealing_editions(second, first, FEWEST))


def test_departments_that_leave_few_are_found() -> None:
    people = [*alike("a", (5, 5, 5), 8), *alike("b", (5, 5, 5), 7), *alike("c", (5, 5, 5), 3)]
    file = frozen(people)
    assert file.parts("questionnaire").keys() == {"a"}
    by_hand = (*file.rows, CountRow(count="questionnaire", part="b", cells=(7,)))
    assert list(revealing_parts(CountFile(path=file.path, rows=by_hand), FEWEST))


def test_a_part_that_stands_in_the_other_file_only_is_found() -> None:
    """13 people in the first file, of whom 8 in a; the second shows b instead, and nobody is new: one is left."""

    def rows(part: str, number: int) -> tuple[CountRow, ...]:
        return CountRow(count="participants", cells=(18,)), CountRow(count="participants", part=part, cells=(number,))

    first = CountFile(path=f"{FOLDER}2026.yml", rows=rows("a", 8))
    second = CountFile(path=f"{FOLDER}2026-2.yml", rows=rows("b", 9))
    assert [one.row.cells for one in revealing_editions(second, first, FEWEST)] == [(18,)]


@given(everybody())
def test_no_group_answered_a_question_alike(people: list[Answered]) -> None:
    """Whoever subtracts any departments from everybody finds no people of whom it is known what each answered."""
    file = frozen(people)
    for question in QUESTIONS:
        whole, parts = file.cells(CountKind.QUESTIONNAIRE, question), file.parts(CountKind.QUESTIONNAIRE, question)
        assert whole is not None or not parts
        for chosen in () if whole is None else [(), *subsets(sorted(parts))]:
            left = [cell - sum(parts[part][at] for part in chosen) for at, cell in enumerate(whole or ())]
            assert not any(left) or min(left) >= FEWEST
        assert all(min(cells) >= FEWEST for cells in parts.values())


def test_a_department_that_is_of_one_mind_is_not_told_of() -> None:
    mixed = [*alike("b", (5, 5, 5), 8), *alike("b", (1, 1, 1), 8), *alike("c", (5, 5, 5), 6), *alike("c", (1, 1, 1), 6)]
    file = frozen([*alike("a", (1, 1, 1), 6), *mixed])
    assert file.parts("questionnaire") == {"a": (6,), "b": (16,), "c": (12,)}
    assert file.parts("questionnaire", "know") == {"b": (8, 8)}
    by_hand = CountRow(count="questionnaire", question="know", part="a", cells=(0, 6))
    assert list(small_cells(CountFile(path=file.path, rows=(*file.rows, by_hand)), FEWEST))
    others = [row for row in file.rows if row.question != "know" or not row.part]
    left = [
        CountRow(count="questionnaire", question="know", part=part, cells=cells)
        for part, cells in (("b", (8, 8)), ("c", (6, 6)))
    ]
    assert list(revealing_parts(CountFile(path=file.path, rows=(*others, *left)), FEWEST))


@given(everybody(), some.integers(0, 3), some.integers(0, 30))
def test_one_cell_more_or_fewer_hides_nothing_from_the_rules(people: list[Answered], which: int, cell: int) -> None:
    """Somebody writes a department by hand, with a third number: what it leaves of everybody is found all the same."""
    rows = list(frozen(people).rows)
    if rows:
        at = which % len(rows)
        for cells in ((*rows[at].cells, cell), rows[at].cells[:-1], ()):
            changed = [*rows[:at], rows[at].model_copy(update={"cells": cells}), *rows[at + 1 :]]
            found = misshapen(CountFile(path=f"{FOLDER}2026.yml", rows=tuple(changed)))
            assert [one.number for one in found] == [at]
        assert not list(misshapen(CountFile(path=f"{FOLDER}2026.yml", rows=tuple(rows))))


def test_a_third_number_is_subtracted_like_the_others() -> None:
    whole, part = (31, 14), (29, 9, 0)
    rows = (
        CountRow(count="questionnaire", question="know", cells=whole),
        CountRow(count="questionnaire", question="know", part="boern", cells=part),
    )
    assert list(revealing_parts(CountFile(path=f"{FOLDER}2026.yml", rows=rows), FEWEST))
    now = CountFile(path=f"{FOLDER}2026-2.yml", rows=(rows[0].model_copy(update={"cells": (33, 14, 0)}),))
    assert list(revealing_editions(now, CountFile(path=f"{FOLDER}2026.yml", rows=rows[:1]), FEWEST))


@given(everybody())
def test_the_file_for_evaluators_tells_no_more_than_the_published_counts(people: list[Answered]) -> None:
    """In it, count each question in each department, and subtract what the site says from it, and it from the site."""
    file = frozen(people)
    told, rows = anonymous(people, QUESTIONS, file.rows)
    assert rows == sorted(rows)
    assert {answer for _, answers in rows for answer in answers} <= {0, 1}
    for at, question in enumerate(told):
        counted = Counter((part, answers[at]) for part, answers in rows)
        whole, parts = file.cells(CountKind.QUESTIONNAIRE, question), file.parts(CountKind.QUESTIONNAIRE, question)
        assert whole == (sum(answers[at] for _, answers in rows), sum(not answers[at] for _, answers in rows))
        named = {part for part, _ in rows} - {OTHERS}
        assert all(parts[part] == (counted[part, 1], counted[part, 0]) for part in named)
        for chosen in [(), *subsets(sorted(parts.keys() - named))]:
            rest = [
                counted[OTHERS, answer] - sum(parts[part][cell] for part in chosen)
                for cell, answer in enumerate((1, 0))
            ]
            assert not any(rest) or min(rest) >= FEWEST


WORKPLACES = some.frozensets(some.integers(0, 14).map(str), max_size=7)


@given(
    some.dictionaries(some.sampled_from(("", "a", "b", "c", "d")), some.integers(0, 30)),
    some.dictionaries(some.sampled_from(("", "a", "b", "c", "d")), WORKPLACES),
)
def test_every_number_of_participants_is_about_five_workplaces(
    people: dict[str, int], workplaces: dict[str, frozenset[str]]
) -> None:
    """Whatever departments are subtracted from everybody, those who are left come from five workplaces at least."""
    file = CountFile(path=f"{FOLDER}2026.yml", rows=tuple(freeze_participants(people, workplaces, FEWEST).rows))
    parts = file.parts(CountKind.PARTICIPANTS)
    assert all(len(workplaces[part]) >= 5 and cells == (people[part],) for part, cells in parts.items())
    for chosen in [(), *subsets(sorted(parts))] if file.rows else []:
        left = {part: number for part, number in people.items() if number and part not in chosen}
        assert not left or len(frozenset().union(*(workplaces.get(part, frozenset()) for part in left))) >= 5
        assert not few(sum(left.values()))
    assert not [*small_cells(file, FEWEST), *revealing_parts(file, FEWEST)]


def test_what_two_workplaces_did_together_is_not_what_is_left() -> None:
    """40 from six workplaces of one department, and 14 at one event of two workplaces in different ones."""
    workplaces = {"a": {"1", "2", "3", "4", "5", "6"}, "": {"1", "7"}}
    rows = freeze_participants({"a": 40, "": 14}, workplaces, FEWEST).rows
    assert [row.cells for row in rows] == [(54,)]
    assert not freeze_participants({"a": 12}, {"a": {"1"}}, FEWEST).rows


LEADING = some.lists(some.sampled_from(("x", "y", "z", "w", "")), min_size=5, max_size=5)
PEOPLE = some.lists(some.integers(0, 25), min_size=5, max_size=5)


@given(everybody(), LEADING, PEOPLE)
def test_a_consultant_who_knows_her_own_sheet_learns_nothing_about_few(
    answers: list[Answered], consultants: list[str], took_part: list[int]
) -> None:
    """She subtracts her own courses, and those that are no longer in the plan, since they may have been hers; also in
    how many did not answer."""
    names = ("", "a", "b", "c", "d")
    leading, people = dict(zip(names, consultants, strict=True)), dict(zip(names, took_part, strict=True))
    found = freeze_courses(answers, QUESTIONS, leading, people, FEWEST)
    file = CountFile(path=f"{FOLDER}2026.yml", rows=tuple(found.rows))
    assert found.counted is bool(found.rows)
    assert not any(row.part for row in found.rows)
    for id in {leading[one.part] for one in answers} - {""} if found.rows else set():
        for own in ({id}, {id, ""}):
            hers = [one for one in answers if leading[one.part] in own]
            for row in file.rows:
                at = QUESTIONS.index(row.question) if row.question else None
                mine = (
                    (len(hers),)
                    if at is None
                    else (agreeing := sum(one.answers[at] >= 4 for one in hers), len(hers) - agreeing)
                )
                assert min(cell - own for cell, own in zip(row.cells, mine, strict=True)) >= FEWEST
            head = file.row(CountKind.COURSES)
            if head and head.of:
                silent = head.of - sum(people[course] for course in {one.part for one in hers})
                assert not few(silent - (len(answers) - len(hers)))


def test_what_two_others_have_between_them_is_not_what_is_left() -> None:
    """The first of three consultants led nearly all of it: 63 answers, without her 60, are three."""
    own = [one for course in "abcd" for one in (*alike(course, (5, 5, 5), 10), *alike(course, (1, 1, 1), 5))]
    given = [*own, *alike("e", (5, 5, 5), 2), *alike("f", (1, 1, 1), 1)]
    leading = {**dict.fromkeys("abcd", "vk-1"), "e": "vk-2", "f": "vk-3"}
    assert not freeze_courses(given, QUESTIONS, leading, {}, FEWEST).counted
    more = [*given, *alike("e", (5, 5, 5), 7), *alike("f", (1, 1, 5), 7)]
    file = freeze_courses(more, QUESTIONS, leading, {}, FEWEST)
    assert (file.counted, file.hidden) == (True, ["dare"])


@given(everybody(), some.lists(some.sampled_from(("x", "y", "z", "w", "")), min_size=5, max_size=5))
def test_courses_are_told_of_together_and_never_so_few_that_one_is_rated(
    people: list[Answered], consultants: list[str]
) -> None:
    """A course that is not in the plan is nobody's: it makes no consultant more."""
    leading = dict(zip(("", "a", "b", "c", "d"), consultants, strict=True))
    found = freeze_courses(people, QUESTIONS, leading, {}, FEWEST)
    if found.counted:
        assert len({one.part for one in people}) >= 5
        assert len(people) >= 20
        assert len({leading[one.part] for one in people} - {""}) >= 3
