"""The Word file: two pages, for everyone to read, the same bytes each time, whatever somebody has typed."""

import io
import re
from datetime import date, timedelta
from importlib.resources import files as resources
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from hverdag.docx.plain import cut, lines_of, one_line, width_of
from hverdag.features.plans import room
from hverdag.features.plans.own_receipts import OwnReceipt, OwnReceipts
from hverdag.features.plans.plan_text import PlanWords
from hverdag.features.plans.sheet import SheetData, SheetWriter
from hverdag.features.plans.word import word
from hverdag.locale import catalogue
from hverdag.model.uptake.tools import Tool, ToolKind
from hverdag.model.uptake.workplaces import Workplace
from tests.conftest import GOLDEN, read
from tests.features.plans.made import said_by
from tests.word_guides import styles_of, styles_used

TODAY = date(2026, 11, 21)
TOOLS = {"f01": Tool("F01", ToolKind.STORY, "Vinduet"), "egen": Tool("egen", ToolKind.OWN_WAY, "Noget, de selv ...")}
HANDBOOK = read(GOLDEN / "good")
RLO, ZERO = chr(0x202E), chr(0)


def receipt(sentence: str = "", tool: str = "F01", days_ago: int = 10, **extra: object) -> OwnReceipt:
    return OwnReceipt(TODAY - timedelta(days=days_ago), tool, 7, sentence, None, **extra)  # type: ignore[arg-type]


def sheet(
    *receipts: OwnReceipt, name: str = "Rylen", department: str = "Børn og Unge", language: str = "da"
) -> SheetData:
    words = PlanWords(catalogue(language), TOOLS)
    workplace = Workplace(id="rylen", name=name, department="boern")
    return SheetWriter(HANDBOOK.settings, HANDBOOK.values, words, TODAY).sheet(
        workplace, department, OwnReceipts(list(receipts)), (), has_sent=bool(receipts)
    )


def opened(data: SheetData) -> Document:
    return docx.Document(io.BytesIO(word(data)))


@pytest.mark.parametrize("receipts", [(), (receipt("Vi lo."),), tuple(receipt("Vi lo.") for _ in range(40))])
def test_everyone_can_read_it(receipts: tuple[OwnReceipt, ...]) -> None:
    document = opened(sheet(*receipts))
    assert styles_used(document) <= styles_of(document), "Word shows what it has no style for as plain text"
    about = document.core_properties
    assert (about.title, about.language) == ("Til virksomhedsplanen: Rylen", "da-DK")
    assert about.author == HANDBOOK.settings.organisation
    headings = [
        (line.style.name, line.text) for line in document.paragraphs if line.style and "Heading" in str(line.style.name)
    ]
    assert headings == [
        ("Heading 1", "Rylen"),
        ("Heading 2", "Det har vi modtaget fra jer"),
        ("Heading 2", "Tekst til virksomhedsplanen"),
        ("Heading 2", "Det spørger værdierne om"),
        ("Heading 2", "Med jeres egne ord"),
    ]
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    received = [["Dato", "Redskab", "Deltagere", "Hvad skete der?", "Næste gang"]]
    assert heads == [*(received if receipts else []), ["Spørgsmål", "Jeres ord"]]
    for table in document.tables:
        assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [
            True,
            *[False] * (len(table.rows) - 1),
        ]
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    parts = word(sheet(*receipts))
    with ZipFile(io.BytesIO(parts)) as packed:
        assert set(re.findall(r'w:lang w:val="([^"]+)"', packed.read("word/styles.xml").decode())) == {"da-DK"}
        assert not re.search(r"<w:(shd|color|highlight)\b", packed.read("word/document.xml").decode())


def test_in_english() -> None:
    said = said_by(word(sheet(language="en")))
    assert "Nothing received yet" in said
    assert "modtaget" not in said


def test_it_begins_a_second_page_once() -> None:
    for data in (sheet(), sheet(receipt("Vi lo.")), sheet(*(receipt("Vi lo. " * 30) for _ in range(60)))):
        begun = [line.text for line in opened(data).paragraphs if line.paragraph_format.page_break_before]
        assert begun == ["Det spørger værdierne om"]


LONG = {
    "a": "Vi lo.",
    "b": "W" * 5000,
    "c": "ord " * 1250,
    "d": "日本語" * 900,
    "e": "😀" * 400,
    "f": "",
    "g": "Vi talte om det, der er svært.",
}
KEYS = st.sampled_from(sorted(LONG))


@given(st.lists(KEYS, max_size=40), KEYS, KEYS, st.integers(0, 40))
def test_it_is_never_more_than_two_pages(sentences: str, name: str, department: str, others: int) -> None:
    """Reckoned with letters wider than those of any font in use: nothing here can lay out a Word file."""
    receipts = [
        receipt(LONG[key], days_ago=at, others=others, before=(LONG[name],) * 3, named=(LONG[department],) * 4)
        for at, key in enumerate(sentences)
    ]
    data = sheet(*receipts, name=LONG[name] or "Rylen", department=LONG[department])
    table = room.HEAD_ROW + room.SPACER + sum(room.row_height(row["cells"]) for row in data["rows"])
    title = lines_of(data["workplace"], 20, room.TEXT_WIDTH / 20) * room.TITLE_LINE + room.TITLE
    lines = (data["eyebrow"], data["about"], data["copy"], *data["after"])
    small = sum(room.small(line) for line in lines)
    texts = sum(
        lines_of(text, 11, room.TEXT_WIDTH / 20) * room.TEXT_LINE + room.TEXT_AFTER
        for text in (data["intro"], data["text"])
    )
    assert title + small + texts + 2 * room.SUBTITLE + table * bool(data["rows"]) <= 14_798
    assert bool(data["rows"]) == bool(sentences)
    assert len(data["rows"]) == len(sentences) or f"Og {len(sentences) - len(data['rows'])} " in data["after"][0]
    assert 3 * data["own_height"] <= room.PAGE
    assert data["own_height"] >= room.LEAST_TO_WRITE


def test_letters_are_taken_to_be_wide() -> None:
    fonts = [
        path
        for package in ("font_source_serif_pro", "font_source_sans_pro")
        for path in (resources(package) / "files").iterdir()
        if path.name.endswith(("-Regular.ttf", "-Bold.ttf", "-Regular.otf", "-Bold.otf"))
    ]
    assert fonts
    for path in fonts:
        font = TTFont(io.BytesIO(path.read_bytes()))
        size, widths = font["head"].unitsPerEm, font["hmtx"]
        for code, glyph in font.getBestCmap().items():
            if chr(code).isalpha() and code < 0x250:
                assert width_of(chr(code)) >= widths[glyph][0] / size, (path.name, chr(code))


HOSTILE = {
    "control characters": f"Vi{ZERO} lo{chr(1)}{chr(27)}{chr(0xFFFE)} højt",
    "letters that turn the text": f"Vi {RLO}grob{chr(0x2066)} lo højt{chr(0x200F)}",
    "5,000 letters": "Vi lo højt, og " * 334,
    "one word": "W" * 5000,
    "emoji": "Vi lo 😀👩‍🦽🇩🇰 højt",
    "markup": "<w:p/>&amp;]]>\"'<!-- Vi lo højt -->",
    "lines": "Vi\nlo\r\n\thøjt",
    "piled accents": "Vi lo h" + "o" + chr(0x301) * 200 + "jt",
}


@pytest.mark.parametrize("sentence", HOSTILE.values(), ids=HOSTILE)
def test_whatever_somebody_has_typed_word_opens_it(sentence: str) -> None:
    data = sheet(receipt(sentence, tool=sentence, named=(sentence,), before=(sentence,)), name=sentence)
    said = said_by(word(data))
    assert opened(data).paragraphs[1].text == cut(one_line(sentence), 90)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", said)
    assert max(len(line) for line in said.splitlines()) < 1200


def test_what_is_cut_says_so_and_ends_at_a_word() -> None:
    assert cut("ord " * 100, 30) == "ord ord ord ord ord ord ord …"
    assert cut("kort", 4) == "kort"
    assert cut("W" * 50, 10) == "W" * 8 + " …"


def test_the_same_data_is_the_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    data = sheet(receipt("Vi lo."))
    first = word(data)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert word(data) == first
    with ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_the_form_for_receipts_has_the_workplace_filled_in() -> None:
    form = "https://skema.fjordby.example/k?redskab={tool}&sted={workplace}"
    settings = HANDBOOK.settings.model_copy(update={"receipt_form": form})
    workplace = Workplace(id="oest", name="Hjemmepleje & Øst", department="boern")
    writer = SheetWriter(settings, HANDBOOK.values, PlanWords(catalogue("da"), TOOLS), TODAY)
    document = opened(writer.sheet(workplace, "", OwnReceipts([]), (), has_sent=False))
    led_to = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert led_to == ["https://skema.fjordby.example/k?redskab=&sted=Hjemmepleje%20%26%20%C3%98st"]
    assert "Fortæl os mere: skema.fjordby.example" in said_by(
        word(writer.sheet(workplace, "", OwnReceipts([]), (), has_sent=False))
    )
    assert not [one for one in opened(sheet()).part.rels.values() if one.is_external]
