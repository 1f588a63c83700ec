"""Answers are counted once: what the file of counts says, what it leaves out, and that it is never written again."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import Result

from hverdag.features.uptake import counts_of
from hverdag.model.uptake.counts import CountFile, frozen_counts
from hverdag.parse.publication import fields_of
from tests.conftest import ROOT, TODAY, Publication, read
from tests.features.evaluation.answered import EVALUATED, ROUND, give_courses, questionnaire, run, sheets, take_in

PATH = "values/counts/2026.yml"


@pytest.fixture
def place(good: Publication) -> Publication:
    return give_courses(good)


@pytest.fixture
def taken(place: Publication) -> Publication:
    for name, content in (("skema.csv", ROUND), ("forloeb.csv", EVALUATED)):
        assert take_in(place, content, name=name).exit_code == 0
    return place


def count(publication: Publication, name: str = "2026", **more: object) -> Result:
    return run(publication, "counts", name, "--yes", **more)  # type: ignore[arg-type]


def counted(publication: Publication, name: str = "2026") -> CountFile:
    path = f"values/counts/{name}.yml"
    return fields_of((publication.root / path).read_bytes(), path, CountFile)


def test_everything_is_counted_and_few_are_hidden(taken: Publication) -> None:
    result = count(taken)
    assert result.exit_code == 0, result.output
    file = counted(taken)
    assert file.cells("questionnaire") == (42,)
    # Three from a small department are never told of; beside them are the six that do not say.
    assert file.parts("questionnaire") == {"boern": (18,), "aeldre": (15,)}
    assert file.cells("questionnaire", "know") == (23, 19)
    # The nine others are three who agree: the next smallest is hidden with them.
    assert file.parts("questionnaire", "know") == {"boern": (12, 6)}
    assert file.cells("course-evaluation") == (36,)
    assert file.row("course-evaluation").courses == 6  # type: ignore[union-attr]
    assert file.row("course-evaluation").of == 72  # type: ignore[union-attr]
    # Fewer than five workplaces have said how many took part: it would be the number of a few of them.
    assert file.cells("participants") is None
    assert not [problem for problem in taken.problems() if problem.is_error]


def test_the_preview_says_what_is_hidden_without_a_small_number(taken: Publication) -> None:
    result = run(taken, "counts", "2026", given="n\n")
    assert result.exit_code == 1
    assert not (taken.root / PATH).exists()
    assert "færre end 5" in result.output
    assert "Stab" not in result.output
    assert not re.findall(r"(?<![\d-])[34] (?:svar|forvaltning|i alt)", result.output)


def test_a_year_is_counted_once(taken: Publication) -> None:
    assert count(taken).exit_code == 0
    before = (taken.root / PATH).read_bytes()
    again = count(taken)
    assert again.exit_code == 1
    assert "2026-2" in again.output
    assert (taken.root / PATH).read_bytes() == before


def test_late_answers_are_counted_by_themselves_when_there_are_enough(taken: Publication) -> None:
    assert count(taken).exit_code == 0
    assert take_in(taken, questionnaire(sheets("boern", 1, number=3)), "--all").exit_code == 0
    assert count(taken, "2026-2").exit_code == 1
    assert take_in(taken, questionnaire(sheets("boern", 5, number=6)), "--all").exit_code == 0
    late = count(taken, "2026-2")
    assert late.exit_code == 0, late.output
    file = counted(taken, "2026-2")
    assert file.cells("questionnaire") == (9,)
    # Three of the nine do not agree: that is told of no question.
    assert not [row for row in file.rows if row.question or row.part]
    assert not [problem for problem in taken.problems() if problem.is_error]


def test_what_is_near_a_number_that_was_told_before_waits(taken: Publication) -> None:
    """40 late answers are counted by themselves, but a reader might take them for all 42 but two."""
    assert count(taken).exit_code == 0
    assert take_in(taken, questionnaire(sheets("boern", 5, number=40)), "--all").exit_code == 0
    assert count(taken, "2026-2").exit_code == 1
    assert not (taken.root / "values/counts/2026-2.yml").exists()


@pytest.mark.parametrize("name", ["2027", "1899", "26", "i-aar", "../2026", "2026-1", "2026-2", "2026-03"])
def test_what_is_no_next_file_of_a_year_is_refused(taken: Publication, name: str) -> None:
    result = count(taken, name)
    assert result.exit_code == 1
    assert result.output.strip()
    assert not list((taken.root / "values").glob("counts/*"))


def test_nothing_is_counted_while_the_workplaces_have_a_fault(taken: Publication) -> None:
    taken.change("values/workplaces.yml", "department: stab", "department: staben")
    result = count(taken)
    assert result.exit_code == 1
    assert "values/workplaces.yml" in result.output
    assert not (taken.root / PATH).exists()


def test_nothing_is_counted_where_nobody_answered(good: Publication) -> None:
    result = count(good)
    assert result.exit_code == 1
    assert not (good.root / "values/counts").exists()


@pytest.mark.parametrize(("asked", "of"), [(44, None), (60, 60)])
def test_how_many_were_asked_is_told_unless_nearly_all_answered(taken: Publication, asked: int, of: int | None) -> None:
    text = (taken.root / "values/handbook.yml").read_text("utf-8")
    taken.write("values/handbook.yml", f'{text}evaluation:\n  rounds:\n    - {{year: "2026", asked: {asked}}}\n')
    assert count(taken).exit_code == 0
    assert counted(taken).row("questionnaire").of == of  # type: ignore[union-attr]


def test_two_consultants_would_rate_each_other(taken: Publication) -> None:
    text = (taken.root / "values/courses.yml").read_text("utf-8")
    taken.write("values/courses.yml", text.replace("consultant: vk-3", "consultant: vk-2"))
    result = count(taken)
    assert "3 værdikonsulenter" in result.output
    assert counted(taken).cells("course-evaluation") is None


def test_a_goal_can_count_courses_that_were_evaluated(taken: Publication) -> None:
    find = counts_of(read(taken.root))["courses-evaluated"].find
    assert find(read(taken.root), TODAY).number == 0
    assert count(taken).exit_code == 0
    tally = find(read(taken.root), TODAY)
    assert (tally.number, tally.of) == (6, 7)
    assert set(tally.days) == {TODAY}
    assert tally.target == "status/#answers"


def test_the_sample_isolates_nobody_whatever_is_subtracted() -> None:
    """Every pair of numbers of a row's kind, and what is left of everybody when any departments are taken away."""
    (file,) = frozen_counts(read(ROOT))
    for kind, question in {(row.count, row.question) for row in file.rows}:
        cells, parts = file.cells(kind, question), file.parts(kind, question)
        assert cells is not None
        for at, whole in enumerate(cells):
            numbers = [part[at] for part in parts.values()]
            pairs = combinations((whole, *numbers), 2)
            left = [whole - sum(some) for size in range(1, len(numbers) + 1) for some in combinations(numbers, size)]
            assert not [gap for gap in (*(one - other for one, other in pairs), *left) if 0 < abs(gap) < 5]
    first = [row for row in file.rows if row.question and not row.part]
    for one, other in combinations(first, 2):
        if one.count == other.count:
            assert sum(one.cells) == sum(other.cells)
            assert not 0 < abs(one.cells[0] - other.cells[0]) < 5


def test_the_sample_says_that_it_is_made_up() -> None:
    assert "Opdigtet" in Path(ROOT / PATH).read_text("utf-8").splitlines()[0]
