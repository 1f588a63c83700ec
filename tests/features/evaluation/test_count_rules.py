"""Files of counts that somebody has written by hand: what would tell of few people is an error."""

import pytest

from hverdag.model.problem import Level, Tag
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication
from tests.features.evaluation.answered import give_courses

ASKED = "  - {count: questionnaire, cells: [40], of: 60}\n"


def with_counts(good: Publication, **files: str) -> Publication:
    for name, rows in files.items():
        good.write(f"values/counts/{name.replace('_', '-')[1:]}.yml", f"frozen: 2026-11-20\nrows:\n{rows}")
    return give_courses(good)


def found(publication: Publication) -> list[str]:
    return [problem.rule for problem in publication.problems() if problem.rule.startswith("counts-")]


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("counts-small", "  - {count: participants, cells: [4]}\n"),
        (
            "counts-parts",
            "  - {count: participants, cells: [40]}\n  - {count: participants, part: boern, cells: [36]}\n",
        ),
        (
            "counts-parts",
            "  - {count: participants, cells: [40]}\n  - {count: participants, part: boern, cells: [46]}\n",
        ),
        ("counts-answers", f"{ASKED}  - {{count: questionnaire, question: know, cells: [31, 8]}}\n"),
        ("counts-answers", "  - {count: questionnaire, question: know, cells: [31, 9]}\n"),
        ("counts-answers", "  - {count: questionnaire, cells: [40], of: 39}\n"),
        ("counts-answers", "  - {count: questionnaire, cells: [40], of: 43}\n"),
        ("counts-answers", f"{ASKED}  - {{count: questionnaire, question: know, cells: [31, 9, 0]}}\n"),
        ("counts-answers", f"{ASKED}  - {{count: questionnaire, question: know, cells: [40]}}\n"),
        ("counts-answers", "  - {count: participants, cells: [20, 20]}\n"),
        ("counts-answers", "  - {count: participants}\n"),
        ("counts-small", f"{ASKED}  - {{count: questionnaire, question: know, cells: [40, 0]}}\n"),
        (
            "counts-parts",
            f"{ASKED}  - {{count: questionnaire, part: boern, cells: [30]}}\n"
            "  - {count: questionnaire, question: know, cells: [20, 20]}\n"
            "  - {count: questionnaire, question: know, part: boern, cells: [20, 10]}\n",
        ),
        ("counts-name", "  - {count: questionaire, cells: [40]}\n"),
        ("counts-name", "  - {count: participants, question: know, cells: [40]}\n"),
        (
            "counts-name",
            "  - {count: participants, cells: [40]}\n  - {count: participants, part: ukendt, cells: [20]}\n",
        ),
        ("counts-file", "  - {count: participants, cells: [40]}\n  - {count: participants, cells: [40]}\n"),
        ("counts-courses", "  - {count: course-evaluation, courses: 4, cells: [40]}\n"),
        ("counts-courses", "  - {count: course-evaluation, courses: 5, cells: [19]}\n"),
        ("counts-courses", "  - {count: course-evaluation, cells: [40]}\n"),
    ],
)
def test_a_number_that_tells_too_much_stops_the_build(good: Publication, rule: str, rows: str) -> None:
    assert rule in found(with_counts(good, _2026=rows))
    assert rules()[rule].level is Level.ERROR
    assert Tag.ABOUT_PEOPLE in rules()[rule].tags


@pytest.mark.parametrize("second", ["43", "37"])
def test_two_files_of_a_year_must_not_differ_by_few(good: Publication, second: str) -> None:
    row = "  - {count: questionnaire, cells: [%s]}\n"
    assert found(with_counts(good, _2026=row % "40", _2026_2=row % second)) == ["counts-editions"]


def test_files_of_two_years_may_be_alike(good: Publication) -> None:
    row = "  - {count: questionnaire, cells: [%s]}\n"
    assert found(with_counts(good, _2025=row % "41", _2026=row % "40")) == []


def test_a_higher_floor_in_the_settings_holds_here_too(good: Publication) -> None:
    with_counts(good, _2026="  - {count: participants, cells: [8]}\n")
    assert found(good) == []
    good.write("values/handbook.yml", (good.root / "values/handbook.yml").read_text("utf-8") + "fewest: 10\n")
    assert found(good) == ["counts-small"]


def test_a_file_that_is_not_called_after_a_year_is_told(good: Publication) -> None:
    assert found(with_counts(good, _sidste_aar="  - {count: participants, cells: [8]}\n")) == ["counts-file"]
