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
from hverdag.model.uptake.isolating import differing_numbers, revealing_editions, revealing_parts, small_cells
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
def test_as_many_as_the_floor_share_each_department_in_the_file_for_evaluators(people: list[Answered]) -> None:
    if len(people) >= FEWEST:
        rows = anonymous(people, FEWEST)
        assert rows == sorted(rows)
        assert min(Counter(part for part, _ in rows).values()) >= FEWEST
        assert Counter(answers for _, answers in rows) == Counter(one.answers for one in people)
        real = Counter(one.part for one in people)
        assert all(number == real[part] for part, number in Counter(part for part, _ in rows).items() if part != OTHERS)


@given(
    some.dictionaries(some.sampled_from(("", "a", "b", "c", "d")), some.integers(0, 30)),
    some.dictionaries(some.sampled_from(("a", "b", "c", "d")), some.integers(0, 12)),
)
def test_participants_are_told_of_departments_in_which_five_workplaces_reported(
    people: dict[str, int], workplaces: dict[str, int]
) -> None:
    file = CountFile(path=f"{FOLDER}2026.yml", rows=tuple(freeze_participants(people, workplaces, FEWEST).rows))
    parts = file.parts(CountKind.PARTICIPANTS)
    assert all(workplaces[part] >= FEWEST and cells == (people[part],) for part, cells in parts.items())
    assert not [*small_cells(file, FEWEST), *revealing_parts(file, FEWEST)]


@given(everybody(), some.lists(some.sampled_from(("x", "y", "z", "w")), min_size=5, max_size=5))
def test_courses_are_told_of_together_and_never_so_few_that_one_is_rated(
    people: list[Answered], consultants: list[str]
) -> None:
    leading = dict(zip(("", "a", "b", "c", "d"), consultants, strict=True))
    found = freeze_courses(people, QUESTIONS, leading, {}, FEWEST)
    courses = {one.part for one in people}
    enough = len(courses) >= 5 and len(people) >= 20 and len({leading[course] for course in courses}) >= 3
    assert found.counted is enough
    assert bool(found.rows) is enough
    assert not any(row.part for row in found.rows)
