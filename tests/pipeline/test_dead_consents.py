"""A consent that has ended in one story has ended in every story that names it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hverdag.model.problem import Problem
from hverdag.model.texts.consent import folded_reference
from hverdag.pipeline.consent_gate import allowed
from hverdag.pipeline.read import read_and_check
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, STORY, UNTIL, leaks, run
from tests.course import Course

COPY = "stories/kopien.md"
FIRST = STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", "")
WITHDRAWN = FIRST.replace(f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n")
COPIED = FIRST.replace("F77", "F78").replace("En mosekonge", "Uglen i Bakkeby")


def told(good: Publication, rule: str = "consent-dead", today: date = TODAY) -> list[Problem]:
    return [problem for problem in good.problems(today) if problem.rule == rule]


def is_shown(good: Publication, id: str, today: date = TODAY) -> bool:
    handbook = read_and_check(good.root, today).handbook
    gated = allowed(handbook, today, handbook.settings.reach)
    return bool(gated.story_by_id[id].title) if id in gated.story_by_id else False


@pytest.mark.parametrize(
    "reference",
    [
        "SAM-2026-077",
        "sam-2026-077",
        " SAM  2026 077 ",
        "SAM2026/077",
        "SAM\u20112026\u2013077",
        "\u0405\u0410\u041c-2026-077",  # Cyrillic letters
        "SAM-2O26-O77",  # the letter O
        "\uff33\uff21\uff2d-2026-077",  # full width
        "S\u200bAM-2026-077",  # an invisible letter
        "SAM.2026.077.",
        "SAM-2026-77",
        "SAM2026077",
        "SAM-2026-0077",
        "SAM nr. 2026-077",
        "Samtykke SAM2026-77",
    ],
)
def test_a_copy_under_another_code_is_as_dead_as_the_story(good: Publication, reference: str) -> None:
    good.write(LAASEN, WITHDRAWN)
    good.write(COPY, COPIED.replace("SAM-2026-077", f'"{reference}"'))
    (problem,) = told(good)
    assert problem.is_error
    assert (problem.source.path, problem.source.line, problem.source.field) == (COPY, 20, "consent")
    assert problem.parameters == {"given": LAASEN}
    assert not is_shown(good, "kopien")


@pytest.mark.parametrize(
    "reference", ["SAM-2026-078", "SAM-2026-707", "SAM-2026-770", "SAM-20260-77", "ESDH-2026-077", "SAM-2026-0771"]
)
def test_another_consent_holds(good: Publication, reference: str) -> None:
    good.write(LAASEN, WITHDRAWN)
    good.write(COPY, COPIED.replace("SAM-2026-077", reference))
    assert told(good) == []
    assert is_shown(good, "kopien")


@pytest.mark.parametrize("state", ["draft", "in-review", "published"])
def test_it_is_an_error_in_every_story_on_its_way_to_readers(good: Publication, state: str) -> None:
    good.write(LAASEN, WITHDRAWN)
    good.write(COPY, COPIED.replace("state: published", f"state: {state}"))
    assert [problem.is_error for problem in told(good)] == [True]


@pytest.mark.parametrize("state", ["retired", "declined"])
def test_one_that_was_taken_out_is_let_be(good: Publication, state: str) -> None:
    good.write(LAASEN, WITHDRAWN)
    good.write(COPY, COPIED.replace("state: published", f"state: {state}"))
    assert told(good) == []


@pytest.mark.parametrize("state", ["draft", "in-review", "published", "retired", "declined"])
def test_a_consent_ends_in_whatever_state_its_story_is(good: Publication, state: str) -> None:
    good.write(LAASEN, WITHDRAWN.replace("state: published", f"state: {state}"))
    good.write(COPY, COPIED)
    assert len(told(good)) == 1


def test_the_consent_of_someone_mentioned_is_dead_too(good: Publication) -> None:
    good.write(LAASEN, WITHDRAWN)
    own = COPIED.replace("SAM-2026-077", "SAM-2026-080").replace(
        "recognisable: false", "recognisable: true\n      consent: sam-2026-077"
    )
    good.write(COPY, own)
    (problem,) = told(good)
    assert problem.is_error
    assert (problem.source.line, problem.source.field) == (28, "mentioned")
    assert not is_shown(good, "kopien")


@pytest.mark.parametrize("slip", ["withdrawn: i går", "withdrawn: 2026-11-31", "withdrawn: [2026-11-01]"])
def test_a_withdrawal_that_cannot_be_read_counts(good: Publication, slip: str) -> None:
    good.write(LAASEN, WITHDRAWN.replace("withdrawn: 2026-11-01", slip))
    good.write(COPY, COPIED)
    assert len(told(good)) == 1
    assert not is_shown(good, "kopien")


def test_a_consent_that_has_run_out_has_run_out_everywhere(good: Publication) -> None:
    good.write(LAASEN, FIRST)
    good.write(COPY, COPIED.replace(str(UNTIL), "2029-03-01"))
    later = date(2027, 3, 2)
    assert [problem.is_error for problem in told(good, today=later)] == [True]
    assert not is_shown(good, "kopien", later)
    assert told(good, "consent-day", later) == []
    # It is an error from the day it is written: no date alone ever stops a build.
    (problem,) = told(good, "consent-day")
    assert problem.is_error
    assert (problem.source.path, problem.source.line) == (COPY, 22)
    assert problem.parameters == {"day": str(UNTIL), "given": LAASEN}
    assert told(good) == []


def test_with_the_same_day_they_end_together_and_stop_nothing(good: Publication) -> None:
    good.write(LAASEN, FIRST)
    good.write(COPY, COPIED)
    for today in (TODAY, date(2027, 3, 2)):
        assert [problem for problem in good.problems(today) if problem.is_error] == []
    assert not is_shown(good, "laasen", date(2027, 3, 2))
    assert not is_shown(good, "kopien", date(2027, 3, 2))


@pytest.mark.parametrize("today", [date(2025, 11, 29), TODAY, date(2026, 11, 29)])
def test_a_withdrawal_holds_whatever_the_clock_says(good: Publication, today: date) -> None:
    """A clock that is a year behind does not bring a story back."""
    good.write(LAASEN, WITHDRAWN.replace("withdrawn: 2026-11-01", "withdrawn: 2026-11-29"))
    good.write(COPY, COPIED)
    assert not is_shown(good, "laasen", today)
    assert not is_shown(good, "kopien", today)
    assert "F77" in read_and_check(good.root, today).handbook.gone(today)


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    good.write(LAASEN, WITHDRAWN)
    return Course(good, tmp_path / "seen.yml")


def deleted(course: Course) -> None:
    (course.root / LAASEN).unlink()


def deleted_and_committed(course: Course) -> None:
    deleted(course)
    course.commit("Slettet")


@pytest.mark.parametrize("gone", [deleted, deleted_and_committed])
def test_git_remembers_a_withdrawn_story_that_was_deleted(course: Course, gone: Callable[[Course], None]) -> None:
    gone(course)
    course.write(COPY, COPIED)
    (problem,) = told(course.publication)
    assert problem.is_error
    assert problem.parameters == {"given": LAASEN}
    assert not is_shown(course.publication, "kopien")


def test_an_earlier_day_in_a_deleted_file_says_nothing(good: Publication, tmp_path: Path) -> None:
    """A file that was given another name, and whose consent was renewed afterwards."""
    good.write(LAASEN, FIRST.replace(str(UNTIL), "2026-10-01"))
    course = Course(good, tmp_path / "seen.yml")
    course.git("mv", LAASEN, COPY)
    course.commit("Omdøbt")
    course.write(COPY, FIRST)
    assert told(good) == []
    assert is_shown(good, "kopien")


def test_nothing_of_the_copy_is_built(good: Publication) -> None:
    good.write(LAASEN, FIRST)
    assert good.build().built
    good.write(LAASEN, WITHDRAWN)
    good.write(COPY, COPIED)
    done = run(good, "check")
    assert done.exit_code == 1
    assert f"{COPY}:20:14: fejl consent-dead: Samtykket er trukket tilbage eller udløbet i {LAASEN}" in done.output
    assert not good.build().built
    good.change(COPY, "state: published", "state: retired")
    assert good.build().built
    assert leaks(good.site) == {}


def test_references_without_a_letter_or_digit_are_nobodys() -> None:
    assert folded_reference(" -- ") == ""
    assert folded_reference("J.nr. 26/0143") == folded_reference("j nr 26-0143") != folded_reference("26/0143")


def line_deleted(course: Course) -> None:
    course.write(LAASEN, FIRST)


def line_deleted_and_committed(course: Course) -> None:
    line_deleted(course)
    course.commit("Tilbage")


def under_another_name(course: Course) -> None:
    deleted_and_committed(course)
    course.write("stories/bommen.md", FIRST.replace("F77", "F79"))
    course.commit("Igen")


def merged_to_the_older_side(course: Course) -> None:
    """Withdrawn on a branch, and whoever merged it kept the other side."""
    course.git("checkout", "-q", "-b", "gren", "HEAD~1")
    course.write("stories/andet.txt", "x")
    course.commit("Andet")
    course.git("merge", "-q", "-s", "ours", "--no-edit", "main")
    course.git("checkout", "-q", "-B", "main")


@pytest.mark.parametrize(
    "brought_back", [line_deleted, line_deleted_and_committed, under_another_name, merged_to_the_older_side]
)
def test_git_remembers_a_withdrawal_that_was_deleted(
    good: Publication, tmp_path: Path, brought_back: Callable[[Course], None]
) -> None:
    good.write(LAASEN, FIRST)
    course = Course(good, tmp_path / "seen.yml")
    course.write(LAASEN, WITHDRAWN)
    course.commit("Trukket tilbage")
    brought_back(course)
    (problem,) = told(good)
    assert problem.is_error
    assert problem.source.field == "consent"
    story = next(story for story in read_and_check(good.root, TODAY).handbook.stories if story.title == "En mosekonge")
    assert not is_shown(good, story.id)
    good.change(problem.source.path, "SAM-2026-077", "SAM-2026-099")
    assert told(good) == []
    assert is_shown(good, story.id)


def test_a_clone_that_cannot_remember_is_told(course: Course, tmp_path: Path) -> None:
    course.commit("Trukket tilbage")
    deleted_and_committed(course)
    course.write(COPY, COPIED)
    course.commit("Igen")
    for words, rules in (("--depth=1",), {"consent-history"}), ((), {"consent-dead"}):
        clone = tmp_path / f"clone-{len(words)}"
        course.git("clone", "-q", *words, f"file://{course.root}", str(clone))
        problems = read_and_check(clone, TODAY).problems
        assert {problem.rule for problem in problems} & {"consent-history", "consent-dead"} == rules
