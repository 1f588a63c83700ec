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
    # Where all six agree, the consultant would know what each of them answered: she knows who took part.
    assert sheet.count("<td>alle eller næsten alle</td>") == 6
    assert sheet.count("<td>ingen eller enkelte</td>") == 2
    assert not [number for number in range(7) if f"<td>{number}</td>" in sheet]


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


def test_ids_that_would_share_a_file_give_nobody_the_sheet_of_another(place: Publication) -> None:
    place.change("values/courses.yml", "vk-3", "VK_2")
    assert "consultant-id" in [problem.rule for problem in place.problems() if problem.is_error]
    assert take_in(place, EVALUATED).exit_code == 0
    found = {path.name: path.read_text("utf-8") for path in (place.root / "private/consultants").glob("*.html")}
    assert found.keys() == {"vk-1.html", "vk-2.html"}
    # The courses of VK_2.
    assert not [name for name, page in found.items() if "2026-02" in page or "2026-05" in page]


@pytest.mark.parametrize("id", ["vk-1", "b", "2026-vk", "vk-10"])
def test_an_id_in_small_letters_is_well(place: Publication, id: str) -> None:
    place.change("values/courses.yml", "vk-3", id if id != "vk-1" else "vk-3")
    assert "consultant-id" not in place.rules()


@pytest.mark.parametrize("id", ["VK-3", "vk_3", "vk 3", "vk.3", "æ", "-vk", "con", "../vk-3", "vk--3"])
def test_an_id_that_is_no_file_name_is_told_and_gets_no_file(place: Publication, id: str) -> None:
    place.change("values/courses.yml", "vk-3", f'"{id}"')
    assert "consultant-id" in place.rules()
    assert take_in(place, EVALUATED).exit_code == 0
    assert {path.name for path in place.root.parent.rglob("*.html")} >= {"vk-1.html", "vk-2.html"}
    assert {path.name for path in (place.root / "private").rglob("*.html")} == {"vk-1.html", "vk-2.html"}


def test_the_sheet_of_a_consultant_who_has_gone_is_deleted(place: Publication) -> None:
    assert take_in(place, EVALUATED).exit_code == 0
    assert (place.root / "private/consultants/vk-3.html").exists()
    place.change("values/courses.yml", "consultant: vk-3", "consultant: vk-1")
    assert take_in(place, evaluations([["2026-01", "", "1", "1", "1", "1", ""]])).exit_code == 0
    assert not (place.root / "private/consultants/vk-3.html").exists()
    assert (place.root / "private/consultants/vk-1.html").exists()
