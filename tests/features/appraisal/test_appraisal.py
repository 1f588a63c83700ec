"""Values where people are appraised: four sheets, each as a PDF and a Word file, and the page that has them."""

import io

import pytest
from docx import Document

from hverdag.features.appraisal.model import CHOICE, FIRST, SHEETS, Sheet, SheetKind
from hverdag.locale import catalogue
from hverdag.model.language import Language
from tests import pdf
from tests.conftest import Publication, read

WORDS = catalogue("da")
PAGE = "mus-og-personalepolitik/index.html"
SHEET_IDS = [sheet.kind.value for sheet in SHEETS]


def name_of(sheet: Sheet) -> str:
    return sheet.names[Language.DANISH]


def texts_of(publication: Publication, sheet: Sheet) -> list[str]:
    """Return what must stand on a sheet: what is read first, and every sign with the question that is asked of it."""
    values = read(publication.root).values
    texts = [WORDS.tell(line) for line in FIRST]
    for value in values:
        texts += [value.heading, value.promise, *value.signs]
        if sheet.kind is SheetKind.GROUP:
            texts += value.questions
        texts += [WORDS.tell(sheet.asks[at % len(sheet.asks)]) for at in range(len(value.signs)) if sheet.asks]
    return texts


@pytest.mark.parametrize("sheet", SHEETS, ids=SHEET_IDS)
def test_a_sheet_holds_what_is_read_first_and_every_sign(built_good: Publication, sheet: Sheet) -> None:
    reader = pdf.read(built_good.site / f"print/{name_of(sheet)}.pdf")
    assert pdf.is_accessible(reader, "da-DK")
    said = pdf.squeezed(" ".join(pdf.pages(reader)))
    for text in texts_of(built_good, sheet):
        assert pdf.squeezed(text) in said, text
    assert (pdf.squeezed(WORDS.tell(CHOICE)) in said) == bool(sheet.asks)


@pytest.mark.parametrize("sheet", SHEETS, ids=SHEET_IDS)
def test_the_word_file_holds_the_same(built_good: Publication, sheet: Sheet) -> None:
    content = (built_good.site / f"print/{name_of(sheet)}.docx").read_bytes()
    document = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join((*lines, *cells))
    promises = {value.promise for value in read(built_good.root).values}
    for text in texts_of(built_good, sheet):
        # A card has no room for the promise.
        assert text in said or (sheet.kind.has_cards and text in promises), text
    assert document.core_properties.language in ("da-DK", "")


def test_no_sheet_asks_for_a_name_or_a_mark(built_good: Publication) -> None:
    for sheet in SHEETS:
        said = " ".join(pdf.pages(pdf.read(built_good.site / f"print/{name_of(sheet)}.pdf"))).casefold()
        assert "dit navn" not in said
        assert "fra 1 til" not in said


def test_the_page_says_it_first_and_leads_to_every_file(built_good: Publication) -> None:
    page = built_good.page(PAGE)
    first = page.index(WORDS.tell(FIRST[0]))
    for sheet in SHEETS:
        assert first < page.index(f"../print/{name_of(sheet)}.pdf")
        assert f"../print/{name_of(sheet)}.docx" in page


def test_a_sign_that_has_no_room_on_a_card_is_told_with_its_line(good: Publication) -> None:
    value = read(good.root).values[0]
    good.change(value.path, value.signs[0], "Vi siger til i god tid. " * 160)
    problems = [problem for problem in good.build().problems if problem.source.path == value.path]
    line = (good.root / value.path).read_text("utf-8").splitlines().index("signs:") + 2
    assert line in {problem.source.line for problem in problems}


def test_settings_leave_the_sheets_and_their_page_out(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\nprinted: [cards]\n")
    report = good.build()
    assert report.built, report.problems
    assert not (good.site / PAGE).exists()
    assert not list((good.site / "print").glob("*mus*"))
