"""What readers see: the page, the slip, the tally sheet and the poster; and what each workplace alone sees."""

import io
import re
from pathlib import Path

import pypdf
import pytest

from hverdag.features.customers.status import status
from hverdag.locale import catalogue
from hverdag.model.message import Message
from hverdag.model.shown import Shown
from tests import pdf
from tests.conftest import TODAY, Publication, copied, read, rendered
from tests.features.customers.measured import QUESTIONS, give_measurement, slips, tally
from tests.features.evaluation.answered import run, take_in

COMING = """  - id: tillid-vinter
    value: tillid
    questions: [De ringer til mig, De hører efter, De siger undskyld]
    begins: 2027-01-11
    ends: 2027-01-29
    units: [{workplace: viben, asked: 24}, {workplace: engen, asked: 30}]
    hand_in: Læg sedlen i den grønne kasse.
    counted_by: En sekretær på rådhuset
    form: "https://svar.lilleby.example/tre?sted={unit}"
"""
PAGE = "brugernes-ord/index.html"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Rylen, which may be named, and Viben, which may not, have asked; a second measurement is coming."""
    made = give_measurement(copied("good", tmp_path_factory.mktemp("measured")), more=COMING + SAID_MORE)
    assert take_in(made, tally(("Rylen", 30, 18, 12, 28), ("Viben", 12, 7, 6, 3))).exit_code == 0
    assert run(made, "counts", "tillid-foraar", "--yes").exit_code == 0
    report = made.build()
    assert report.built, report.problems
    return made


SAID_MORE = """said:
  - said: Vi ved ikke, hvem der kommer.
    did: Der hænger nu billeder i gangen.
    date: 2026-11-04
    role: Afdelingslederen
"""


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_tells_what_was_asked_answered_and_done(measured: Publication) -> None:
    said = words_of(measured.page(PAGE))
    for words in (
        "Det siger borgerne",
        *QUESTIONS,
        "Rylen 30 af 40 svarede (75 %) 18 af 30 (60 %) 12 af 30 (40 %) flere end tre ud af fire",
        "I sagde Vi ved ikke, hvem der kommer. Vi gjorde Der hænger nu billeder i gangen.",
        "Afdelingslederen, 4. november 2026",
        "aldrig om én medarbejder",
        "I det skema, vi har idéen fra, tager lederen svarene op med hver enkelt. Det gør vi ikke",
        "Vi spørger fra 11. januar 2027 til 29. januar 2027.",
    ):
        assert words in said


def test_a_workplace_that_has_not_said_yes_is_nowhere_on_the_site(measured: Publication) -> None:
    """Nor are all together told of: whoever subtracts Rylen would know Viben."""
    assert '<th scope="row">Alle</th>' not in measured.page(PAGE)
    for path in measured.site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".js", ".json", ".csv", ".txt"):
            assert "Viben" not in path.read_text("utf-8"), path
        if path.is_file() and path.suffix == ".pdf":
            assert "Viben" not in " ".join(pdf.pages(pdf.read(path))), path


def test_each_workplace_gets_its_own_file(measured: Publication) -> None:
    folder = measured.root / "private/built/maalinger"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert files == {
        *(f"tillid-foraar/{unit}.html" for unit in ("rylen", "viben", "laerken")),
        *(f"tillid-vinter/{unit}.html" for unit in ("viben", "engen")),
    }
    viben = words_of((folder / "tillid-foraar/viben.html").read_text("utf-8"))
    assert "12 af 24 svarede (50 %)" in viben
    assert "1. De ringer som aftalt 7 af 12" in viben
    assert "3. De kender mig halvdelen eller færre" in viben
    assert "Rylen" not in viben
    assert "Så få har svaret" in words_of((folder / "tillid-foraar/laerken.html").read_text("utf-8"))
    slip = (folder / "tillid-vinter/engen.html").read_text("utf-8")
    assert "<svg" in slip
    assert "Tre spørgsmål til dig" in slip


def test_the_slip_is_one_page_in_large_type(measured: Publication) -> None:
    reader = pdf.read(measured.site / "print/seddel-tillid-vinter.pdf")
    (page,) = pdf.pages(reader)
    assert pdf.is_accessible(reader, "da-DK")
    said = pdf.squeezed(page)
    for words in (
        "De siger undskyld",
        "Nogle gange",
        "Ved ikke",
        "Skriv ikke dit navn",
        "Læg sedlen i den grønne kasse",
    ):
        assert pdf.squeezed(words) in said
    assert min(sizes(reader.pages[0])) >= 18


def sizes(page: pypdf.PageObject) -> set[float]:
    """The sizes of all letters on a page, in points."""
    found: set[float] = set()

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(matrix[3] or 1), 1))

    page.extract_text(visitor_text=visit)
    assert found
    return found


def test_a_slip_and_a_tally_sheet_can_be_typed_in_as_they_are(measured: Publication) -> None:
    measured.change("values/customers.yml", "begins: 2027-01-11", "begins: 2026-11-11")
    head = (measured.site / "print/seddel-tillid-vinter.csv").read_text("utf-8-sig").strip()
    assert take_in(measured, f"{head}\nEngen;Ja;Nej;Ved ikke\n".encode("cp1252"), name="a.csv").exit_code == 0
    head = (measured.site / "print/optaelling-tillid-vinter.csv").read_text("utf-8-sig").strip()
    filled = f"{head}\ntillid-vinter;Engen;7;5;4;2\n".encode()
    assert take_in(measured, filled, name="b.csv").exit_code == 0
    measured.change("values/customers.yml", "begins: 2026-11-11", "begins: 2027-01-11")


def test_counted_measurements_have_no_slip_any_more(measured: Publication) -> None:
    assert not list((measured.site / "print").glob("*tillid-foraar*"))


def test_the_poster_has_three_rows_and_one_to_write_on(measured: Publication) -> None:
    for size in ("a3", "a4"):
        filled = pdf.read(measured.site / f"print/plakat-i-sagde-vi-gjorde-{size}.pdf")
        blank = pdf.read(measured.site / f"print/plakat-i-sagde-vi-gjorde-tom-{size}.pdf")
        for reader in (filled, blank):
            (page,) = pdf.pages(reader)
            assert pdf.is_accessible(reader, "da-DK")
            assert pdf.squeezed(page).count("Visagde") + pdf.squeezed(page).count("Isagde") >= 3
        assert "Afdelingslederen" in pdf.pages(filled)[0]
        assert "Afdelingslederen" not in pdf.pages(blank)[0]


def test_long_words_have_room_on_the_poster_and_too_long_questions_are_told(good: Publication) -> None:
    long = "Vi vil gerne spise sammen om aftenen, og vi vil gerne vide det dagen før. " * 2
    give_measurement(
        good, more="said:\n" + f"  - {{said: '{long}', did: '{long}', date: 2026-11-04, role: Køkkenet}}\n" * 3
    )
    assert not [problem for problem in rendered(good.root).problems if problem.is_error]
    good.change("values/customers.yml", QUESTIONS[0], "Jeg får hjælp til det hele. " * 90)
    problems = [problem for problem in rendered(good.root).problems if problem.is_error]
    assert {problem.source.path for problem in problems} == {"values/customers.yml"}


def test_an_english_handbook_asks_in_english(good: Publication) -> None:
    give_measurement(good)
    good.change("values/handbook.yml", "accessibility:", "language: en\naccessibility:")
    site = rendered(good.root)
    assert not [problem for problem in site.problems if problem.is_error]
    artifacts = {one.path: one.content for one in site.artifacts}
    assert "print/poster-you-said-we-did-a4.pdf" in artifacts
    slip = artifacts["print/slip-tillid-foraar.pdf"]
    assert isinstance(slip, bytes | Path)
    reader = pypdf.PdfReader(io.BytesIO(slip) if isinstance(slip, bytes) else slip)
    assert pdf.is_accessible(reader, "en-GB")
    assert pdf.squeezed("Three questions for you") in pdf.squeezed(pdf.pages(reader)[0])
    page = next(one for one in site.pages if one.address == "their-words/")
    assert page.title == "What the citizens say"


def test_many_unnamed_workplaces_are_told_of_together(good: Publication) -> None:
    names = ("viben", "laerken", "svalen", "musvitten", "solsorten")
    give_measurement(good, units=f"[{', '.join(f'{{workplace: {id}, asked: 30}}' for id in names)}]")
    assert take_in(good, tally(*((id, 20, 10, 10, 10) for id in names))).exit_code == 0
    assert run(good, "counts", "tillid-foraar", "--yes").exit_code == 0
    page = next(one for one in rendered(good.root).pages if one.address == "brugernes-ord/")
    assert "Alle 100 af 150 svarede (67 %) 50 af 100 (50 %)" in words_of(page.content)


def test_a_value_that_was_asked_about_leads_to_the_page(measured: Publication) -> None:
    assert 'href="../../brugernes-ord/"' in measured.page("vaerdier/tillid/index.html")
    assert "brugernes-ord" not in measured.page("vaerdier/mod/index.html")


def test_the_status_counts_measurements_and_never_answers_of_an_unnamed_workplace(measured: Publication) -> None:
    (part,) = status(Shown(read(measured.root), TODAY))
    tell = catalogue("da").tell
    assert [(tell(one.name), one.number) for one in part.figures] == [
        ("Små målinger, der er talt op", 1),
        ("Arbejdspladser, der har spurgt", 3),
        ("Ting, der er sagt, og som vi har svaret på", 1),
    ]
    cells = [cell for table in part.tables for row in table.rows for cell in (table.caption, *row)]
    said = " ".join(tell(cell) for cell in cells if isinstance(cell, str | Message))
    assert "Rylen" in said
    assert "Viben" not in said
    assert all(table.page_only for table in part.tables)


def test_a_publication_that_asks_nobody_has_no_trace_of_it(built_good: Publication) -> None:
    assert not (built_good.site / PAGE).exists()
    assert not list((built_good.site / "print").glob("*sagde*"))
    assert not list(status(Shown(read(built_good.root), TODAY)))


def test_late_slips_are_not_taken_for_those_of_another_measurement(measured: Publication) -> None:
    """They have the questions of the one that has been counted, and another is coming."""
    late = take_in(measured, slips([("Viben", "Ja", "Ja", "Nej")]), name="c.csv")
    assert "Målingen tillid-foraar er talt, og der kan ikke komme flere svar med" in late.output


def test_the_answers_themselves_are_published_nowhere(measured: Publication) -> None:
    for path in measured.site.rglob("*"):
        if path.is_file():
            assert b"answers: [5" not in path.read_bytes()
