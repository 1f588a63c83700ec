"""The file that Word files begin from: it holds what the code asks of it, and nobody's name."""

import hashlib
import io
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as LINK
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Twips

from hverdag.docx.program import program
from hverdag.docx.styles import BULLETS, LETTERS, LEVELS, NUMBERS, STEP, TEXT_WIDTH, WHEN, opened, saved
from hverdag.features.guides.word import word
from tests.base_docx import PATH, cleaned
from tests.word_guides import DILEMMA, VALUE, item, made, ol, p, part, step, styles_of, styles_used, ul

DEFAULTS = {"Normal", "DefaultParagraphFont", "NoList", "TableNormal"}


def parts_of(file: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(file)) as held:
        return {name: held.read(name) for name in held.namelist()}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(PATH.read_bytes())


@pytest.fixture
def base() -> Any:
    return docx.Document(str(PATH))


def whole() -> dict[str, Any]:
    """A guide in which everything is that a guide may have."""
    deep = [kind(item("a", kind(item("b", kind(item("c")))))) for kind in (ul, ol)]
    headings = [{"t": "heading", "level": level, "c": ["d"]} for level in range(2, 7)]
    table = {"t": "table", "columns": 1, "align": [""], "head": [item("e")], "rows": [[item("f")]]}
    many = [{"t": tag, "c": [p("i")]} for tag in ("blockquote", "aside")]
    letters = [p({"t": "code", "c": ["j"]}, {"t": "a", "href": "https://a.example/", "c": ["k"]}), {"t": "hr"}]
    under = [ul(item(p("l"), p("m"))), {"t": "pre", "c": ["n"]}, {"t": "notes", "c": [item(p("o"))]}]
    plan = {"steps": [step(say=["q"], points=["r"], dilemma=DILEMMA, notes=2)], "choices": True}
    sheet = [part(dilemma=DILEMMA, questions=["s", "t"], lines_each=2)]
    tree = [*deep, *headings, table, *many, *letters, *under]
    blanks = ("date", "workplace", "people", "next", "sentence", "publish", "yes", "no")
    words = dict.fromkeys(("title", "no_names", *blanks), "u")
    slip = {"code": "F01-M01", "form": "", "hand_in": "v", "qr": "", "words": words}
    return made(tree, plan, sheet=sheet, cards=[VALUE], slip=slip)


def test_the_code_and_the_file_know_the_same_styles(base: Any) -> None:
    used = styles_used(docx.Document(io.BytesIO(word(whole(), lambda _: b""))))
    assert used <= styles_of(base)
    built_upon = {held.get(qn("w:val")) for held in base.styles.element.iter(qn("w:basedOn"))}
    assert styles_of(base) - used - built_upon <= DEFAULTS, "a style that nothing needs"
    assert built_upon <= styles_of(base)


def test_each_kind_of_list_has_every_level(base: Any) -> None:
    lists = base.part.numbering_part.element
    numbers = [held.numId for held in lists.num_lst]
    assert numbers == list(range(1, len(numbers) + 1)), "those of a guide count on from them"
    looks = {held.get(qn("w:abstractNumId")): held for held in lists.iter(qn("w:abstractNum"))}
    for kind, form in ((BULLETS, "bullet"), (NUMBERS, "decimal"), (LETTERS, "upperLetter")):
        levels = list(looks[str(lists.num_having_numId(kind).abstractNumId.val)].iter(qn("w:lvl")))
        assert [int(level.get(qn("w:ilvl"))) for level in levels] == list(range(LEVELS))
        assert {level.find(qn("w:numFmt")).get(qn("w:val")) for level in levels} == {form}
        for at, level in enumerate(levels, 1):
            indent = level.find(f".//{qn('w:ind')}")
            assert (indent.get(qn("w:left")), indent.get(qn("w:hanging"))) == (str(STEP * at), str(STEP))


def test_lists_and_their_styles_name_each_other(base: Any) -> None:
    styles = {held.style_id: held.element for held in base.styles}
    lists = base.part.numbering_part.element
    for kind, name in ((BULLETS, "ListBullet"), (NUMBERS, "ListNumber")):
        look = lists.num_having_numId(kind).abstractNumId.val
        levels = lists.xpath(f"w:abstractNum[@w:abstractNumId={look}]/w:lvl")
        named = [held.get(qn("w:val")) for level in levels for held in level.iter(qn("w:pStyle"))]
        assert named == [name, f"{name}2", f"{name}3"]
        own = [styles[held].pPr.numPr for held in named]
        assert [(held.numId.val, held.ilvl.val) for held in own] == [(kind, 0), (kind, 1), (kind, 2)]


def test_the_page_is_a4_and_as_wide_as_the_code_believes(base: Any) -> None:
    (section,) = base.sections
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = [section.top_margin, section.right_margin, section.bottom_margin, section.left_margin]
    assert [round(side.mm, 1) for side in margins] == [18] * 4
    assert abs(section.page_width - section.left_margin - section.right_margin - Twips(TEXT_WIDTH)) <= Twips(1)
    tabs = [held.get(qn("w:pos")) for held in base.styles.element.iter(qn("w:tab"))]
    assert tabs == [str(TEXT_WIDTH)] * 2, "what stands to the right at the head and at the foot"
    assert section.different_first_page_header_footer
    for place in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        assert not place.is_linked_to_previous
        assert [line.text for line in place.paragraphs] == [""]


def test_it_is_opened_in_the_language_of_a_guide() -> None:
    for language in ("en-GB", "da-DK", "kl-GL"):
        found = parts_of(saved(opened(language)))
        held = (found["word/styles.xml"] + found["word/settings.xml"]).decode()
        assert set(re.findall(r'="([a-z]{2}-[A-Z]{2})"', held)) == {language}
        assert len(re.findall(r"<w:(?:lang|themeFontLang)\b", held)) == 2


def test_it_says_nothing_of_who_made_it_or_when(parts: dict[str, bytes]) -> None:
    about = docx.Document(str(PATH)).core_properties
    told = (about.author, about.last_modified_by, about.title, about.subject, about.comments, about.keywords)
    assert set(told) == {""}
    assert about.last_printed is None
    text = b"\n".join(parts.values()).decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", text)) == {WHEN.isoformat()}
    assert not re.search(r"rsid|docId|attachedTemplate|TargetMode|python-docx", text)
    assert set(parts) == {
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"),
        *("word/document.xml", "word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml"),
        *("word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml"),
    }
    with ZipFile(PATH) as held:
        assert {datetime(*entry.date_time) for entry in held.infolist()} == {WHEN}


def test_it_is_as_the_script_leaves_it_in_lines_to_be_read(parts: dict[str, bytes]) -> None:
    assert parts_of(cleaned(PATH.read_bytes())) == parts
    assert max(map(len, parts["word/styles.xml"].decode().split("\n")[2:])) < 140


def test_what_word_notes_of_its_own_is_taken_out(tmp_path: Path, parts: dict[str, bytes]) -> None:
    document: Any = docx.Document(str(PATH))
    document.core_properties.author = document.core_properties.last_modified_by = "Bodil Bentsen"
    document.core_properties.language = "da-DK"
    document.core_properties.last_printed = document.core_properties.modified = datetime(2026, 3, 4)
    document.add_paragraph("Prøve")._p.set(qn("w:rsidR"), "00FC693F")
    document.sections[0].header.paragraphs[0].add_run("Bodil")
    document.sections[0]._sectPr.set(qn("w:rsidR"), "00FC693F")
    space = f'xmlns:w="{document.element.nsmap["w"]}" xmlns:r="{document.element.nsmap["r"]}"'
    document.styles["Quote"].element.append(parse_xml(f'<w:rsid {space} w:val="00FC693F"/>'))
    document.part.numbering_part.element.append(parse_xml(f'<w:numIdMacAtCleanup {space} w:val="3"/>'))
    settings = document.settings.element
    settings.append(parse_xml(f'<w:rsids {space}><w:rsidRoot w:val="00FC693F"/></w:rsids>'))
    kind = LINK.SETTINGS.replace("/settings", "/attachedTemplate")
    part_of_settings = document.part.part_related_by(LINK.SETTINGS)
    template = part_of_settings.relate_to("file:///C:/Bodil/skabelon.dotx", kind, is_external=True)
    settings.insert(0, parse_xml(f'<w:attachedTemplate {space} r:id="{template}"/>'))
    document.save(str(tmp_path / "ny.docx"))
    assert parts_of(cleaned((tmp_path / "ny.docx").read_bytes())) == parts


def test_a_style_that_is_changed_in_word_is_kept(tmp_path: Path) -> None:
    document = docx.Document(str(PATH))
    document.styles["heading 1"].font.name = "Verdana"  # type: ignore[union-attr]
    document.save(str(tmp_path / "ny.docx"))
    changed = parts_of(cleaned((tmp_path / "ny.docx").read_bytes()))
    assert b'<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>' in changed["word/styles.xml"]


def test_another_look_makes_every_word_file_anew() -> None:
    assert hashlib.sha256(PATH.read_bytes()).hexdigest() in program("hverdag.features.guides")


def test_lists_work_where_word_has_counted_their_looks_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    document: Any = docx.Document(str(PATH))
    for held in document.part.numbering_part.element.iter(qn("w:abstractNum")):
        held.set(qn("w:abstractNumId"), str(int(held.get(qn("w:abstractNumId"))) + 3))
    for held in document.part.numbering_part.element.num_lst:
        held.abstractNumId.val += 3
    again = saved(document)
    monkeypatch.setattr("hverdag.docx.styles._base", lambda: again)
    found: Any = docx.Document(io.BytesIO(word(made([ol(item("a"))]), lambda _: b"")))
    lists = found.part.numbering_part.element
    assert lists.num_lst[-1].abstractNumId.val == NUMBERS + 3
