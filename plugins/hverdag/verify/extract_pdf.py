"""Extracts the text and the metadata of PDFs, with notes, forms, attachments and earlier revisions."""

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from .extract_documents import Within
from .extract_markup import TAGS
from .extract_pdf_objects import ObjectParts, parts_of, streams, texts
from .extract_text import UNREAD

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_REVISION = re.compile(rb"startxref\s+([1-9]\d*)(?:\s+%%EOF)?\s?")
"""The end of a revision. A PDF made for the web has one more, with an offset of 0."""
_MOST_REVISIONS = 20
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_PAGE = re.compile(rb"(\d+)\s+\d+\s+R")
_STARTS = re.compile(rb"startxref\s+(\d+)")
_FEW_WORDS = 20
"""Fewer words on a page that pictures cover are its number or its heading; what it says is in the pictures."""
_ODD = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f\ue000-\uf8ff]")
_MOST_ODD = 0.2
"""Share of the letters of a page that may have no meaning; with more, its fonts do not tell which letters they show."""


def pdf(content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from a PDF: its pages, table of contents, XMP and document information, every text
    in notes, forms and links, attachments, and all that in earlier revisions. What cannot be read is UNREAD."""
    for packet in _XMP.findall(content):
        yield "XMP", unescape(TAGS.sub("\n", packet.decode("utf-8", "replace")))
    for end in (*_revisions(content)[:_MOST_REVISIONS], len(content)):
        yield from _pages(content[:end])
    try:
        parts = parts_of(content)
        if gathered := _gathered(content, parts):
            yield from _pages(gathered)
        yield from texts(parts, within)
        if len(_revisions(content)) > _MOST_REVISIONS:
            raise ValueError
    except Exception:
        yield UNREAD, ""


def _pages(content: bytes) -> Iterator[tuple[str, str]]:
    # Imported here: usually all PDFs are known to be clean, and are not opened.
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    try:
        with PdfDocument(content) as document:
            for value in document.get_metadata_dict(skip_empty=True).values():
                yield "PDF", str(value)
            if not len(document):
                yield UNREAD, ""
            for number in range(len(document)):
                yield from _page(document, number)
            for entry in document.get_toc():
                yield "text", str(entry.get_title())
    except Exception:
        yield UNREAD, ""


def _page(document: "PdfDocument", number: int) -> Iterator[tuple[str, str]]:
    page = document[number]
    words = page.get_textpage()
    text = str(words.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "\u00ad")
    words.close()
    # PDFium writes U+FFFE for a hyphen at the end of a line.
    is_scanned = len(text.split()) < _FEW_WORDS and _is_covered(page)
    page.close()
    yield "text", text
    if is_scanned or len(_ODD.findall(text)) > _MOST_ODD * len(text):
        yield UNREAD, ""


def _is_covered(page: "PdfPage") -> bool:
    """Return True if pictures cover most of a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # noqa: PLC0415 as above

    width, height = page.get_size()
    bounds = (picture.get_bounds() for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
    area = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return bool(area > width * height / 2)


def _gathered(content: bytes, parts: ObjectParts) -> bytes:
    """Return a PDF with a revision that has all its pages, also those that were taken out but not away; nothing where
    none was."""
    pages, root = parts.pages, max((number for number, _ in parts.objects), default=0) + 1
    listed = {int(page) for _, about in parts.objects for kids in _KIDS.findall(about) for page in _PAGE.findall(kids)}
    if not pages or set(pages) <= listed:
        return b""
    kids = " ".join(f"{page} 0 R" for page in pages)
    catalog = f"{root} 0 obj\n<</Type/Catalog/Pages {root + 1} 0 R>>\nendobj\n".encode()
    tree = f"{root + 1} 0 obj\n<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>\nendobj\n".encode()
    start = len(content) + 1
    last = start + len(catalog) + len(tree)
    table = f"xref\n{root} 2\n{start:010} 00000 n \n{start + len(catalog):010} 00000 n \n"
    before = _STARTS.findall(content)
    end = f"trailer\n<</Size {root + 2}/Root {root} 0 R/Prev {int(before[-1])}>>\nstartxref\n{last}\n%%EOF\n"
    return content + b"\n" + catalog + tree + table.encode() + end.encode()


def _revisions(content: bytes) -> list[int]:
    """Return where each revision before the last ends."""
    ends = [match.end() for match in _REVISION.finditer(content)]
    inside = list(streams(content)) if len(ends) > 1 else []
    return [end for end in ends[:-1] if not any(start < end < stop for start, stop in inside)]
