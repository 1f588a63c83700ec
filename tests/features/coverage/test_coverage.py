"""What is missing, on the page for editors and on paper; and that no file tells which workplace told a story."""

import re
from pathlib import Path

import pytest

from hverdag.model.printable import Size
from tests import pdf
from tests.conftest import Publication, copied, planned, read, rendered
from tests.features.coverage.stories import demand_little, tell
from tests.told import told
from tests.uptake import give_workplaces

PAGE = "---\ntitle: For redaktionen\nrender_macros: true\n---\n\n# For redaktionen\n\n{{ coverage() }}\n"
TELLING = "telling:\n  page: fortael.md\n  hours: Hverdage kl. 8-15.\n  hand_in: Læg arket i kassen.\n"


def with_pages(publication: Publication, more: str = TELLING) -> Publication:
    publication.write("docs/redaktion.md", PAGE)
    publication.write("docs/fortael.md", "---\ntitle: Fortæl\n---\n\n# Fortæl\n\nSådan.\n")
    publication.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /redaktion.md\n  /fortael.md\n")
    demand_little(publication, more)
    return publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with a told story from a workplace, one from a small workplace, and one that is made up."""
    made = with_pages(give_workplaces(copied("good", tmp_path_factory.mktemp("coverage"))))
    tell(made, "F50", "bakken", told="2025-03-01")
    tell(made, "F51", "dalen", value="tillid")
    tell(made, "F52", "engen", value="tillid", origin="illustrative")
    report = made.build()
    assert report.built, report.problems
    return made


def rows(page: str, number: int) -> list[list[str]]:
    """The cells of a table of a page, row by row."""
    table = re.findall(r"<table>.*?</table>", page, re.S)[number]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", table, re.S)]


def test_the_page_says_how_old_the_newest_story_is_in_words(built: Publication) -> None:
    page = built.page("redaktion/index.html")
    assert rows(page, 0) == [
        ["Værdi", "Alle", "Ældre og Sundhed", "Børn og Unge, Stab"],
        ["Tillid", "under et år", "ingen endnu", "ingen endnu"],
        ["Mod", "1-2 år", "1-2 år", "ingen endnu"],
    ]
    assert rows(page, 1) == [["Værdi", "En krævende opgave"], ["Tillid", "under et år"], ["Mod", "1-2 år"]]


def test_the_three_emptiest_are_asked_for(built: Publication) -> None:
    page = built.page("redaktion/index.html")
    asked = re.findall(r"<li>(Vi mangler [^<]*)\. <a href=\"([^\"]*)\"", page)
    assert asked == [
        ("Vi mangler en fortælling om tillid fra Ældre og Sundhed", "../print/invitation-1.pdf"),
        ("Vi mangler en fortælling om mod fra Børn og Unge eller Stab", "../print/invitation-2.pdf"),
        ("Vi mangler en fortælling om tillid fra Børn og Unge eller Stab", "../print/invitation-3.pdf"),
    ]
    assert "dagsorden" not in page


def test_no_file_holds_the_id_of_a_story_s_workplace(built: Publication) -> None:
    """The words for the workplace are for readers; its id, and its name in the list of workplaces, are not."""
    wanted = re.compile(r"\b(bakken|dalen|engen)\b", re.IGNORECASE)
    files = [path for path in built.site.rglob("*") if path.is_file() and path.suffix not in (".woff2", ".ttf")]
    assert len(files) > 50
    assert [path for path in files if any(wanted.search(text) for text in told(path))] == []


def test_when_nobody_has_told_anything_the_page_says_so_kindly(tmp_path: Path) -> None:
    plain = with_pages(copied("good", tmp_path))
    shown = rendered(plain.root).macros.render("coverage", "redaktion/")
    assert "Sådan begynder alle" in shown
    assert "<table" not in shown
    assert shown.count("Vi mangler en fortælling om") == 4  # two values, each said once more for screen readers
    assert "fra" not in re.findall(r"Vi mangler en fortælling om [^.<]*", shown)[0]


def test_what_has_been_empty_for_a_year_is_on_the_agenda_with_three_questions(tmp_path: Path) -> None:
    selections = (
        "selections:\n  - {edition: 1. udgave, date: 2025-01-10, group: Gruppen, nodded: 9, of: 9, stories: [doeren]}\n"
    )
    plain = with_pages(copied("good", tmp_path), selections)
    shown = rendered(plain.root).macros.render("coverage", "redaktion/")
    agenda = shown.partition("Til værdigruppens dagsorden")[2]
    assert "Tillid, Mod" in agenda
    assert agenda.count("<li>") == 3


def papers(publication: Publication, start: str) -> dict[str, Path]:
    return pdf.printed(publication.root, planned(read(publication.root)), start)


def test_an_invitation_says_what_is_missing_how_it_is_told_and_that_one_may_say_no(built: Publication) -> None:
    files = papers(built, "invitation-2")
    reader = pdf.read(files["invitation-2.pdf"])
    (text,) = pdf.pages(reader)
    assert pdf.is_accessible(reader, "da-DK")
    assert pdf.millimetres(reader.pages[0].trimbox) == Size.A4.millimetres
    said = [
        "Vi mangler en fortælling om mod fra Børn og Unge eller Stab",
        "Fortæl den til Kommunikation.",
        "Ring på 70 00 00 00. Hverdage kl. 8-15.",
        "Læg arket i kassen.",
        "Vi skriver den ned sammen med dig.",
        "Du bestemmer, hvor den må være, og hvor længe.",
        "Du kan altid sige nej, også bagefter",
        "Lilleby Kommune",
    ]
    places = [pdf.squeezed(text).find(pdf.squeezed(words)) for words in said]
    assert -1 not in places
    assert places == sorted(places)
    question = next(value.questions[0] for value in read(built.root).values if value.id == "mod")
    assert pdf.squeezed(question) in pdf.squeezed(text)
    assert "Alle, der var med" not in text  # this publication does not demand it


def test_the_code_on_every_invitation_leads_to_the_page_on_telling(built: Publication) -> None:
    assert 'href="../../fortael/"' in built.page("f/invitation/index.html")


def test_a_text_that_leaves_no_room_is_told_with_its_line(tmp_path: Path) -> None:
    long = TELLING.replace("Læg arket i kassen.", "Læg det i kassen ved døren. " * 60)
    plain = with_pages(copied("good", tmp_path), long)
    (problem,) = pdf.refused(plain.root, planned(read(plain.root)), "invitation-1")
    lines = (plain.root / "values/handbook.yml").read_text("utf-8").splitlines()
    assert lines[problem.source.line - 1].startswith("  hand_in:")


def test_the_phone_sheet_is_one_page_that_asks_for_the_teller_s_own_reason(built: Publication) -> None:
    reader = pdf.read(papers(built, "telefonark")["telefonark.pdf"])
    (text,) = pdf.pages(reader)
    assert pdf.is_accessible(reader, "da-DK")
    for words in ("Hvorfor valgte du netop den her?", "Du kan holde op når som helst", "Hold op, hvis"):
        assert pdf.squeezed(words) in pdf.squeezed(text)


def test_both_can_be_left_out(tmp_path: Path) -> None:
    plain = with_pages(copied("good", tmp_path), "printed: []\n")
    plan = planned(read(plain.root))
    assert not [view for view, _ in plan.printed if view.printable]
    assert "Vi mangler en" not in rendered(plain.root).macros.render("coverage", "redaktion/")


def test_in_english_it_is_english(tmp_path: Path) -> None:
    plain = give_workplaces(copied("good", tmp_path))
    plain.change("values/handbook.yml", "title: Mini", "language: en\ntitle: Mini")
    with_pages(plain)
    shown = rendered(plain.root).macros.render("coverage", "redaktion/")
    assert "We are missing a story about tillid from Ældre og Sundhed" in shown
    files = pdf.printed(plain.root, planned(read(plain.root)), "phone-sheet", language="en")
    reader = pdf.read(files["phone-sheet.pdf"])
    assert "Stopif" in pdf.squeezed(pdf.pages(reader)[0])
