"""Cells that name their row, as headers of it in a PDF's tags."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst

from hverdag.publish.row_headers import with_row_headers
from tests import pdf
from tests.conftest import ROOT, planned
from tests.guide_papers import guide_pdf
from tests.handbooks import handbook_of

TABLE = """
#set document(title: "Tabel")
#set text(lang: "da")
#let row-name(body) = quote(quotes: false, body)
#table(columns: 3, table.header[A][B][C], [1], row-name[Et *navn*], [2], [3], row-name[Et andet], [4])
#table(columns: 2, [5], [6])
"""


def cells(reader: pypdf.PdfReader) -> list[list[tuple[str, str, bool]]]:
    """Return the rows of every table: each cell's tag, its scope, and whether it names its headers one by one."""
    root: Any = reader.trailer["/Root"]
    return [[_facts(cell) for cell in _kids(row)] for row in _walk(root["/StructTreeRoot"]) if row.get("/S") == "/TR"]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return [kid for one in (kids if isinstance(kids, list) else [kids]) if hasattr(kid := one.get_object(), "get")]


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        yield from _walk(kid)


def _facts(cell: Any) -> tuple[str, str, bool]:
    about = {name: value for one in cell["/A"] for name, value in one.get_object().items()}
    return cell["/S"], about.get("/Scope", ""), bool(about.get("/Headers"))


@pytest.fixture
def of_typst(tmp_path: Path) -> bytes:
    (tmp_path / "table.typ").write_text(TABLE, encoding="utf-8")
    made = typst.Compiler(tmp_path / "table.typ").compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def test_a_marked_cell_becomes_the_header_of_its_row_and_no_other_is_touched(of_typst: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(with_row_headers(of_typst)), strict=True)
    head, row, plain = ("/TH", "/Column", False), ("/TH", "/Row", False), ("/TD", "", False)
    assert cells(reader) == [[head] * 3, [plain, row, plain], [plain, row, plain], [plain, plain]]
    assert b"/S/Quote" not in with_row_headers(of_typst)
    assert reader.pages[0].extract_text() == pypdf.PdfReader(io.BytesIO(of_typst)).pages[0].extract_text()


def test_a_pdf_without_marks_or_of_another_make_is_left_as_it_is(of_typst: bytes) -> None:
    once = with_row_headers(of_typst)
    assert with_row_headers(once) == once
    strange = of_typst.replace(b"xref\n0 ", b"xrfe\n0 ")
    assert with_row_headers(strange) == strange


def test_what_only_looks_like_an_object_in_a_text_is_no_object(tmp_path: Path) -> None:
    """A picture's words lie in the file as they are typed."""
    evil = "7 0 obj\\n<</Type/StructElem/S/Quote/P 1 0 R>>\\nendobj"
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>"
    picture = f'#image(bytes("{svg}"), format: "svg", alt: "{evil}")'
    (tmp_path / "evil.typ").write_text(TABLE + picture, encoding="utf-8")
    made = typst.Compiler(tmp_path / "evil.typ").compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)
    reader = pypdf.PdfReader(io.BytesIO(with_row_headers(made)), strict=True)
    assert [row[1][:2] for row in cells(reader)[1:3]] == [("/TH", "/Row")] * 2
    assert any(
        "/S/Quote/P 1 0 R" in str(one.get("/Alt", "")) for one in _walk(reader.trailer["/Root"]["/StructTreeRoot"])
    )


@pytest.mark.parametrize(("guide", "columns"), [("guides/kort-samtale/noeglen", 5), ("guides/dilemma/noeglen", 4)])
def test_steps_of_a_plan_and_answers_to_choose_among_head_their_rows(guide: str, columns: int) -> None:
    rows = [row for row in cells(guide_pdf(ROOT, guide)) if len(row) == columns and row[0][0] == "/TD"]
    assert rows
    assert all([cell[:2] for cell in row].count(("/TH", "/Row")) == 1 and row[1][0] == "/TH" for row in rows)


def test_each_fact_of_the_pamphlet_has_its_name_as_header() -> None:
    made = pdf.printed(ROOT, planned(handbook_of(ROOT)), "pjece")
    rows = cells(pdf.read(made["pjece.pdf"]))
    assert rows
    assert all(row == [("/TH", "/Row", False), ("/TD", "", False)] for row in rows)
