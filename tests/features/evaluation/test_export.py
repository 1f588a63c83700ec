"""The file for whoever evaluates from outside, and that all that lies in private/ is for the user alone."""

import os

import pytest

from hverdag.features.evaluation.questions import QUESTIONNAIRE
from tests.conftest import Publication
from tests.features.evaluation.answered import (
    EVALUATED,
    ROUND,
    evaluations,
    give_courses,
    questionnaire,
    run,
    sheets,
    take_in,
)

MIXED = questionnaire(
    [
        row
        for name in ("Børn og Unge", "aeldre")
        for row in (*sheets(name, 5, number=9), *sheets(name, 1, 3, 0, 2, number=7))
    ]
    + [*sheets("Stab", 5, number=5), *sheets("", 1, number=5)]
)
"""Both answers have seven at least in two departments; the last one is of one mind."""


@pytest.fixture
def place(good: Publication) -> Publication:
    return give_courses(good)


def exported(publication: Publication, content: bytes) -> tuple[list[str], str]:
    assert take_in(publication, content).exit_code == 0
    result = run(publication, "counts", "2026", "--yes")
    assert result.exit_code == 0, result.output
    folder = publication.root / "private/export"
    lines = (folder / "answers-2026.csv").read_text("utf-8-sig").splitlines()
    return lines, (folder / "answers-2026.txt").read_text("utf-8")


def test_evaluators_get_the_departments_of_the_published_numbers_and_a_codebook(place: Publication) -> None:
    lines, book = exported(place, MIXED)
    assert lines[0] == ";".join(("department", *QUESTIONNAIRE.scaled_ids))
    departments = [line.partition(";")[0] for line in lines[1:]]
    assert {name: departments.count(name) for name in departments} == {"boern": 16, "aeldre": 16, "_andre": 10}
    assert {cell for line in lines[1:] for cell in line.split(";")[1:]} == {"0", "1"}
    assert lines[1:] == sorted(lines[1:], key=lambda line: (line.partition(";")[0], line))
    assert "boern = Børn og Unge" in book
    assert "Stab" not in book
    assert "know: Jeg ved, hvad vores værdier er." in book
    assert "ikke til at udgive" in book


def test_a_department_that_the_site_hides_in_one_question_is_not_named(place: Publication) -> None:
    lines, book = exported(place, ROUND)
    assert {line.partition(";")[0] for line in lines[1:]} == {"_andre"}
    assert "Børn og Unge" not in book


def test_a_question_that_the_site_hides_is_left_out(place: Publication) -> None:
    """Two do not agree with the first question: in the file, they could be counted."""
    rows = [*sheets("boern", 5, number=8), *sheets("boern", 5, 2, number=8), *sheets("boern", 2, number=2)]
    lines, book = exported(place, questionnaire(rows))
    assert lines[0] == ";".join(("department", *QUESTIONNAIRE.scaled_ids[1:]))
    assert "know" not in book


def test_all_that_is_kept_is_for_the_user_alone(place: Publication) -> None:
    """Also where the folder is copied, and whatever rights new files have."""
    before = os.umask(0)
    try:
        for name, content in (("skema.csv", MIXED), ("forloeb.csv", EVALUATED)):
            assert take_in(place, content, name=name).exit_code == 0
        assert run(place, "counts", "2026", "--yes").exit_code == 0
        assert take_in(place, evaluations([["2026-01", "", "5", "5", "5", "5", "Ja"]]), name="x.csv").exit_code == 0
    finally:
        os.umask(before)
    kept = [path for path in (place.root / "private").rglob("*") if path.is_file() and path.name != ".gitignore"]
    assert {path.parent.name for path in kept} == {"answers", "consultants", "counts", "export"}
    assert not [path for path in kept if path.stat().st_mode & 0o077]
