"""A year as it is lived: 30 workplaces report back by slip and by form, and what follows from it everywhere."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build
from tests import pdf
from tests.conftest import GOLDEN, Publication, copied
from tests.consent import run
from tests.private_traces import traces

BEGAN, ENDED = date(2026, 1, 2), date(2026, 12, 18)
PLACES = tuple(
    f"{kind} {name}"
    for kind in ("Vuggestuen", "Plejecenter", "Skolen på", "Værkstedet")
    for name in (
        "Kærnen",
        "Tranebakken",
        "Humlegården",
        "Brombærvej",
        "Ravnsholt",
        "Ulvedal",
        "Lærkesang",
        "Ørnekol",
        "Sivkrogen",
        "Tjørnely",
    )
)
SLIPS = PLACES[:10]
FORMS = PLACES[10:30]
HEADINGS = "Dato;Arbejdsplads;Redskab;Deltagere;Hvad skete der?;Næste gang;Navn;Mail"
GOALS = """goals:
  - id: tredive
    text: Mindst 30 arbejdspladser har brugt et redskab.
    number: 30
    due: 2026-12-31
    counts: workplaces-with-receipt
"""


def id_of(name: str) -> str:
    plain = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"\W+", "-", plain)


def sentence_of(name: str) -> str:
    return f"Vi hængte spørgsmålet op i kaffestuen og fik {PLACES.index(name) + 200} svar."


def register() -> str:
    departments = ("boern", "aeldre", "skole", "job")
    rows = [
        f"  - {{id: {id_of(name)}, name: {name}, department: {departments[at // 10]}, staff: 10-19, code: A{at:03}}}"
        for at, name in enumerate(PLACES)
    ]
    listed = [f"  - {{id: {one}, name: Forvaltningen for {one}}}" for one in departments]
    return "\n".join(("departments:", *listed, "workplaces:", *rows, ""))


def exported() -> bytes:
    """What Excel makes of the form in Danish: a name and a mail that nobody asked for, and a receipt twice."""
    rows = [HEADINGS]
    for at, name in enumerate(FORMS):
        rows.append(f"{1 + at:02}.09.2026;{name};f01;8;{sentence_of(name)};05-11-2026;Mette Sørensen;mette@example.org")
    rows.append(rows[1])
    return "\r\n".join(rows).encode("cp1252")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The publication as it was in January, built."""
    made = copied("good", tmp_path_factory.mktemp("year"))
    settings = re.sub(
        r"^goals:\n(?:[ -].*\n)*", GOALS, (GOLDEN / "good/values/handbook.yml").read_text("utf-8"), flags=re.M
    )
    made.write("values/handbook.yml", settings if "goals:" in settings else settings + GOALS)
    made.write("values/workplaces.yml", register())
    for story in (made.root / "stories").glob("*.md"):
        story.write_text(re.sub(r"^response:\n(?: .*\n)*", "", story.read_text("utf-8"), flags=re.M), "utf-8")
    assert made.build(BEGAN).built, made.problems(BEGAN)
    return made


@pytest.fixture(scope="module")
def lived(year: Publication) -> tuple[str, Publication]:
    """What its status said in January, and the publication in December, built."""
    january = year.page("aarsstatus/index.html")
    slips = "".join(
        f"  - {{date: 2026-03-{1 + at:02}, workplaces: [{id_of(name)}], tool: M01, people: 9}}\n"
        for at, name in enumerate(SLIPS)
    )
    year.write("values/receipts/2026-03.yml", f"receipts:\n{slips}")
    (year.root.parent / "svar.csv").write_bytes(exported())
    done = run(year, "receipts", str(year.root.parent / "svar.csv"), "--yes", "--today", str(ENDED))
    assert done.exit_code == 0, done.output
    assert year.build(ENDED).built, year.problems(ENDED)
    return january, year


def said(publication: Publication) -> str:
    """What the status says on its page and on paper."""
    page = re.sub(r"<[^>]*>", " ", publication.page("aarsstatus/index.html"))
    return " ".join(page.split())


def test_the_goal_moves_from_none_to_thirty(lived: tuple[str, Publication]) -> None:
    january, december = lived
    goal = december.page("maal/tredive/index.html")
    assert re.search(r"\b0\s+af\s+40\b", " ".join(re.sub(r"<[^>]*>", " ", january).split()))
    assert re.search(r"\b30\s+af\s+40\b", said(december))
    assert re.search(r"\b30\s+af\s+40\b", " ".join(re.sub(r"<[^>]*>", " ", goal).split()))
    paper = " ".join("\n".join(pdf.pages(pdf.read(december.site / "print/aarsstatus.pdf"))).split())
    assert re.search(r"\b30\s+af\s+40\b", paper)


def test_each_number_leads_to_what_it_is_counted_from(lived: tuple[str, Publication]) -> None:
    _, december = lived
    page, goal = december.page("aarsstatus/index.html"), december.page("maal/tredive/index.html")
    assert 'id="receipts"' in page
    assert 'href="../../aarsstatus/#receipts"' in goal
    anchors = set(re.findall(r'href="(?:\.\./aarsstatus/)?#([^"]+)"', page))
    assert "receipts" in anchors
    assert anchors <= set(re.findall(r'id="([^"]+)"', page))
    # The table that it leads to adds up to what has been counted.
    counted = " ".join(re.sub(r"<[^>]*>", " ", page[page.index('id="receipts"') :]).split())
    assert re.search(r"\b30\b", counted)


def test_a_plan_holds_its_own_receipts_and_no_others(lived: tuple[str, Publication]) -> None:
    _, december = lived
    done = run(december, "plans", "--today", str(ENDED))
    assert done.exit_code == 0, done.output
    folder = december.root / "private/plans"
    for name in (SLIPS[0], FORMS[0], PLACES[35]):
        text = text_of(folder / f"{id_of(name)}.docx")
        assert name in text
        assert not [other for other in PLACES if other != name and other in text]
        assert (sentence_of(name) in text) is (name in FORMS)
        assert not [other for other in FORMS if other != name and sentence_of(other) in text]


def text_of(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))  # type: ignore[arg-type]
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def test_nothing_that_a_workplace_did_not_say_yes_to_is_with_readers(lived: tuple[str, Publication]) -> None:
    _, december = lived
    archive = december.root.parent / "hverdag.zip"
    assert build.offline(december.root, ENDED, archive, render_site).built
    wanted = [
        *PLACES,
        *map(sentence_of, FORMS),
        "5. november 2026",
        "05-11-2026",
        "2026-11-05",
        "Mette",
        "mette@example.org",
    ]
    assert traces(december, wanted, archive) == []
    kept = "".join(path.read_text("utf-8") for path in december.root.rglob("*.yml"))
    assert "Mette" not in kept
    assert "example.org" not in "".join(path.read_text("utf-8") for path in december.root.glob("*/receipts/*.yml"))


def test_the_same_file_again_writes_nothing(lived: tuple[str, Publication]) -> None:
    _, december = lived
    before = {path: path.read_bytes() for path in december.root.glob("*/receipts/*.yml")}
    done = run(december, "receipts", str(december.root.parent / "svar.csv"), "--yes", "--today", str(ENDED))
    assert done.exit_code == 0, done.output
    assert {path: path.read_bytes() for path in december.root.glob("*/receipts/*.yml")} == before
