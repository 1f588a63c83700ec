"""What is said of one course goes to the consultant who led it, and what was written in words nowhere else."""

import pytest

from hverdag.features.evaluation.questions import COURSE_EVALUATION
from hverdag.model.uptake.counts import CountKind
from hverdag.workflows.answers.store import load
from tests.conftest import Publication
from tests.features.evaluation.answered import EVALUATED, evaluations, give_courses, take_in


@pytest.fixture
def place(good: Publication) -> Publication:
    return give_courses(good)


def test_what_is_written_in_words_is_kept_by_itself_with_numbers_covered(place: Publication) -> None:
    assert take_in(place, EVALUATED).exit_code == 0
    ticks, words = (
        (place.root / path).read_text("utf-8")
        for path in load(place.root, "2026", CountKind.COURSES, COURSE_EVALUATION.scaled_ids).paths
    )
    assert "ringer" not in ticks
    assert "Vi ringer til" in words
    kept = [path.read_text("utf-8") for path in (place.root / "private").rglob("*.*") if path.is_file()]
    assert not [text for text in kept if "Fjordby" in text or "4285" in text]
    assert "answers:" not in words


def test_a_consultant_sees_own_courses_only_and_no_number_about_few(place: Publication) -> None:
    assert take_in(place, EVALUATED).exit_code == 0
    sheet = (place.root / "private/consultants/vk-2.html").read_text("utf-8")
    assert "2026-01" in sheet
    assert "2026-04" in sheet
    assert "2026-02" not in sheet
    # One of the six did not answer the third question, and one alone would recommend it.
    assert sheet.count("<td>6</td>") == 4
    assert "<td>næsten alle</td>" in sheet
    assert "<td>enkelte</td>" in sheet
    assert not [number for number in ("1", "2", "3", "4") if f"<td>{number}</td>" in sheet]


def test_a_late_answer_about_a_course_waits_for_four_others(place: Publication) -> None:
    assert take_in(place, EVALUATED).exit_code == 0
    path = place.root / "private/consultants/vk-2.html"
    told = path.read_text("utf-8").partition("For få svar endnu")[0]
    assert take_in(place, evaluations([["2026-01", "", "1", "1", "1", "1", "For langt"]])).exit_code == 0
    after = path.read_text("utf-8")
    assert "For langt" not in after
    assert after.partition("<section>\n<h2>For få svar endnu")[0].strip() == told.partition("</main>")[0].strip()
    assert take_in(place, evaluations([["2026-01", "", "2", "1", "1", "1", ""]] * 4)).exit_code == 0
    assert "For langt" in path.read_text("utf-8")
