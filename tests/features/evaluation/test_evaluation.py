"""What readers see: two sheets on paper, and the part of the year's status, from frozen counts alone."""

import re
from pathlib import Path

import pytest

from hverdag.features.evaluation.questions import QUESTIONNAIRES
from hverdag.features.evaluation.status import status
from hverdag.features.uptake import status_of
from hverdag.locale import catalogue
from hverdag.model.message import Message, message
from hverdag.model.shown import Shown
from hverdag.model.uptake.status import StatusPart
from tests import pdf
from tests.conftest import TODAY, Publication, copied, read, rendered
from tests.features.evaluation.answered import EVALUATED, ROUND, give_courses, run, take_in

FORM = "https://svar.lilleby.example/vaerdier?aar=2026"
SETTINGS = f'evaluation:\n  form: {FORM}\n  rounds:\n    - {{year: "2026", asked: 60}}\n'
SHEETS = ("spoergeskema", "kursusevaluering")


def set_up(publication: Publication) -> Publication:
    give_courses(publication)
    text = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", text + SETTINGS)
    return publication


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Answers were taken in and counted; since then two more have come in."""
    publication = set_up(copied("good", tmp_path_factory.mktemp("answered")))
    for name, content in (("skema.csv", ROUND), ("forloeb.csv", EVALUATED)):
        assert take_in(publication, content, name=name).exit_code == 0
    assert run(publication, "counts", "2026", "--yes").exit_code == 0
    report = publication.build()
    assert report.built, report.problems
    return publication


def part_of(publication: Publication) -> StatusPart:
    (part,) = status(Shown(read(publication.root), TODAY))
    return part


def words_of(part: StatusPart) -> str:
    tell = catalogue("da").tell
    cells = [cell for table in part.tables for row in (table.head, *table.rows) for cell in (table.caption, *row)]
    said = [tell(cell) if isinstance(cell, str | Message) else str(cell) for cell in (*part.paragraphs, *cells)]
    return "\n".join(said)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_one_accessible_page_that_asks_who_nobody_is(answered: Publication, name: str) -> None:
    reader = pdf.read(answered.site / f"print/{name}.pdf")
    (page,) = pdf.pages(reader)
    assert pdf.is_accessible(reader, "da-DK")
    said = pdf.squeezed(page)
    assert "Vispørgerikkeomditnavndinalderellerdinarbejdsplads" in said
    assert "5" in page


def test_the_questionnaire_has_every_question_department_and_the_form(answered: Publication) -> None:
    said = pdf.squeezed(pdf.pages(pdf.read(answered.site / "print/spoergeskema.pdf"))[0])
    words = catalogue("da")
    _, questionnaire = QUESTIONNAIRES
    for text in (*(words.tell(one.text) for one in questionnaire.questions), "Børn og Unge", "Ældre og Sundhed", FORM):
        assert pdf.squeezed(text) in said
    assert pdf.squeezed(FORM) not in pdf.squeezed(pdf.pages(pdf.read(answered.site / "print/kursusevaluering.pdf"))[0])


@pytest.mark.parametrize("name", SHEETS)
def test_the_empty_file_beside_a_sheet_can_be_filled_in_and_taken_in(answered: Publication, name: str) -> None:
    head = (answered.site / f"print/{name}.csv").read_text("utf-8-sig").strip()
    filled = head + ("\n2026;boern" if name == "spoergeskema" else "\n2026-01;") + ";5" * (head.count(";") - 1)
    result = take_in(copied_of(answered), filled.encode("cp1252"), "--all", name=f"{name}-udfyldt.csv")
    assert result.exit_code == 0, result.output


def copied_of(publication: Publication) -> Publication:
    """The publication itself: what is taken in since is never published."""
    return publication


def test_many_departments_still_have_room_on_one_page(good: Publication) -> None:
    set_up(good)
    rows = "".join(f"  - {{id: f{n}, name: Forvaltningen for emne {n}}}\n" for n in range(18))
    good.change("values/workplaces.yml", "departments:\n", f"departments:\n{rows}")
    site = rendered(good.root)
    assert not [problem for problem in site.problems if problem.is_error]
    artifact = next(one for one in site.artifacts if one.path == "print/spoergeskema.pdf")
    content = artifact.content
    assert not isinstance(content, str)
    assert len(pdf.pages(pdf.read(content))) == 1


def test_an_english_handbook_has_english_sheets(good: Publication) -> None:
    set_up(good)
    good.change("values/handbook.yml", "evaluation:\n", "language: en\nevaluation:\n")
    site = rendered(good.root)
    for name, words in (
        ("questionnaire", "At my workplace, we dare to say it"),
        ("course-evaluation", "worth the time"),
    ):
        (artifact,) = [one for one in site.artifacts if one.path == f"print/{name}.pdf"]
        assert isinstance(artifact.content, bytes | Path)
        reader = pdf.read(artifact.content)
        assert pdf.is_accessible(reader, "en-GB")
        assert pdf.squeezed(words) in pdf.squeezed(pdf.pages(reader)[0])
        assert next(one for one in site.artifacts if one.path == f"print/{name}.csv")


def test_the_status_tells_what_was_counted(answered: Publication) -> None:
    part = part_of(answered)
    assert (part.id, part.order) == ("answers", 40)
    said = words_of(part)
    assert "fik 60 spørgeskemaet, og 42 svarede: 70 %" in said
    assert "1. Jeg ved, hvad vores værdier er.\n" in said
    assert "23 af 42 (55 %)" in said
    assert "evaluerede 36 af de 72, der var med på 6 forløb" in said
    assert "Stab" not in said
    by_department = next(table for table in part.tables if table.rows[0][0] == "Børn og Unge")
    assert [(row[0], row[1], row[2]) for row in by_department.rows] == [
        ("Børn og Unge", 18, 12),
        ("Ældre og Sundhed", 15, message("not shown")),
    ]
    figures = {catalogue("da").tell(figure.name): (figure.number, figure.of) for figure in part.figures}
    assert figures["Svar på spørgeskemaet"] == (42, 60)
    assert {figure.target for figure in part.figures} == {"status/#answers"}


def test_a_percentage_takes_twenty_answers(good: Publication) -> None:
    set_up(good)
    rows = "  - {count: questionnaire, cells: [19]}\n  - {count: questionnaire, question: know, cells: [12, 7]}\n"
    good.write("values/counts/2026.yml", f"frozen: 2026-11-20\nrows:\n{rows}")
    said = words_of(part_of(good))
    assert "12 af 19" in said
    assert "%" not in said


def test_last_year_stands_beside_this_one_where_both_are_told(good: Publication) -> None:
    set_up(good)
    for year, rows in {
        "2025": "{count: questionnaire, cells: [30]}, {count: questionnaire, question: know, cells: [10, 20]}",
        "2026": "{count: questionnaire, cells: [40]}, {count: questionnaire, question: know, cells: [30, 10]}, "
        "{count: questionnaire, question: dare, cells: [20, 20]}",
        "2026-2": "{count: questionnaire, cells: [8]}",
    }.items():
        good.write(f"values/counts/{year}.yml", f"frozen: 2026-11-20\nrows: [{rows}]\n")
    table = part_of(good).tables[0]
    tell = catalogue("da").tell
    assert table.head[2] == "2025"
    found = {tell(row[0]): [cell and tell(cell) for cell in row[1:]] for row in table.rows}  # type: ignore[arg-type]
    assert found["1. Jeg ved, hvad vores værdier er."] == ["30 af 40 (75 %)", "10 af 30 (33 %)"]
    assert found["5. På min arbejdsplads tør vi sige det, når noget går galt."] == ["20 af 40 (50 %)", "vises ikke"]


def test_nothing_that_lies_in_private_is_published(answered: Publication) -> None:
    marks = [b"Vi ringer til", b"private/answers", b"vk-2.html", b"told:"]
    files = [path for path in answered.site.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        is_about_protection = "databeskyttelse" in path.as_posix() or path.suffix in (".js", ".json", ".pdf")
        assert not [mark for mark in marks[:1] if mark in content], path
        assert is_about_protection or not [mark for mark in marks[1:] if mark in content], path


def test_what_has_come_in_since_changes_nothing(answered: Publication) -> None:
    before = words_of(part_of(answered))
    path = next((answered.root / "private/answers").glob("*-questionnaire.yml"))
    text = path.read_text("utf-8")
    path.write_text(text + '  - {part: "boern", answers: [1, 1, 1, 1, 1, 1, 1]}\n', encoding="utf-8")
    assert words_of(part_of(answered)) == before
    path.write_text(text, encoding="utf-8")


def test_a_publication_without_any_of_it_has_no_trace(built_good: Publication) -> None:
    names = [path.name for path in built_good.site.rglob("*") if path.is_file()]
    assert not [name for name in names if re.search(r"spoergeskema|kursusevaluering", name)]
    assert "Ark med spørgsmål" not in built_good.page("hjaelp/index.html")
    assert not [part for part in status_of(Shown(read(built_good.root), TODAY)) if part.id == "answers"]
    assert not Path(built_good.root / "private").exists()
