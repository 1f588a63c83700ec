"""The text of a PDF in the order of its tags, as a screen reader reads it, and in the order in which it is drawn."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

NONE = -1
"""What PDFium answers where there is no marked content, or it is on another page: what is drawn there is no part of
this page's text."""


def by_tags(path: Path) -> list[str]:
    """Return the text of each page in the order of the page's tags."""
    with pypdfium2.PdfDocument(path) as document:
        return [_by_tags(page) for page in document]


def as_drawn(path: Path) -> list[str]:
    """Return the text of each page in the order in which it is drawn, without what is no part of the text: heads, feet,
    and lines to write on."""
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(words for number, words in _marked(page) if number != NONE) for page in document]


def _by_tags(page: pypdfium2.PdfPage) -> str:
    words: dict[int, str] = {}
    for number, drawn in _marked(page):
        if number != NONE:
            words[number] = words.get(number, "") + drawn
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        tops = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count))
        return "".join(words.get(number, "") for top in tops for number in _numbers(top))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _numbers(element: object) -> Iterator[int]:
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _numbers(child)
        else:
            yield pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)


def _marked(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    """Yield each piece of text, as it is drawn, with the number of the marked content that it is in."""
    text = page.get_textpage()
    for piece in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        long = pdfium.FPDFTextObj_GetText(piece.raw, text.raw, None, 0)
        held = ctypes.create_string_buffer(long)
        pdfium.FPDFTextObj_GetText(piece.raw, text.raw, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), long)
        yield pdfium.FPDFPageObj_GetMarkedContentID(piece.raw), held.raw.decode("utf-16-le").rstrip("\0")
    text.close()
