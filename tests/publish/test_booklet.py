"""Sheets that are folded into a booklet: which pages they hold, and where."""

import re
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.artifact import Artifact, DerivedPdf
from hverdag.paper.data import template
from hverdag.publish.booklet import booklet
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import printed as facts
from hverdag.publish.pdf import reprints
from tests import pdf


def folded(sheets: object) -> list[int]:
    """The pages in the order that a reader turns them: into the middle on right-hand sides, and out again."""
    assert isinstance(sheets, tuple)
    inwards = [page for (_, front), (back, _) in sheets for page in (front, back)]
    outwards = [page for (front, _), (_, back) in reversed(sheets) for page in (back, front)]
    return inwards + outwards


@given(some.integers(1, 200))
def test_a_folded_booklet_reads_in_order_with_its_last_page_at_the_back(pages: int) -> None:
    found = folded(booklet(pages))
    assert len(found) % 4 == 0
    assert len(found) - pages < 4
    assert [page for page in found if page] == list(range(1, pages + 1))
    assert found[0] == 1
    assert found[-1] == (pages if pages > 1 else 0)


def test_there_is_no_booklet_without_pages() -> None:
    with pytest.raises(ValueError, match="0"):
        booklet(0)


def small_pdf(folder: Path, pages: int) -> Path:
    """A PDF in which each A5 page says its own number."""
    text = '#set page(paper: "a5")\n' + "#pagebreak()\n".join(f"Side {page}.\n" for page in range(1, pages + 1))
    (folder / "small.typ").write_text(text, encoding="utf-8")
    typst.compile(folder / "small.typ", output=folder / "small.pdf")
    return folder / "small.pdf"


@pytest.mark.parametrize("pages", range(4, 65))
def test_sheets_hold_the_pages_where_a_fold_puts_them(tmp_path: Path, pages: int) -> None:
    small = Artifact("print/pjece.pdf", small_pdf(tmp_path, pages))
    wanted = [DerivedPdf("print/pjece-ark.pdf", "print/pjece.pdf", template("sheets.typ"))]
    (sheets,), problems = reprints(wanted, [small], facts([small], [small.path]), cache_folder())
    assert problems == []
    assert isinstance(sheets.content, Path)
    sides = []
    for page in pdf.read(sheets.content).pages:
        assert pdf.millimetres(page.mediabox) == (297.0, 210.0)
        # Both pages lie against the fold.
        halves = {left > 100: int(re.findall(r"[0-9]+", text)[0]) for left, text in pdf.placed_pages(page)}
        assert {round(left, 2) for left, _ in pdf.placed_pages(page)} <= {0.5, 148.5}
        sides.append((halves.get(False, 0), halves.get(True, 0)))
    assert folded(tuple(zip(sides[::2], sides[1::2], strict=True))) == folded(booklet(pages))
