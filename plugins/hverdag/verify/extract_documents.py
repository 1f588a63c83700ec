"""Extracts the text and the metadata of PDFs and office documents."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_BYTES = 60_000_000
"""Maximum number of unpacked bytes read from an office document, as protection against zip bombs."""

_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_ENDS = re.compile(
    r"</(?:w:p|w:tc|a:p|a:tc|text:p|text:h|c|si|row|table:table-cell)>|<(?:w:br|w:tab|w:cr|text:tab)\b[^>]*>"
)
_TAGS = re.compile(r"<[^<>]*>")
_ATTRIBUTES = re.compile(r"""\b(?:descr|title|name|alt|Target|val|tooltip|svg:title)="([^"]*)\"""")


def pdf(path: Path) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from a PDF: its pages, table of contents, XMP and document information."""
    # Imported here: usually all PDFs are known to be clean, and are not opened.
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    try:
        for packet in _XMP.findall(path.read_bytes()):
            yield "XMP", unescape(_TAGS.sub("\n", packet.decode("utf-8", "replace")))
        with PdfDocument(path) as document:
            for value in document.get_metadata_dict(skip_empty=True).values():
                yield "PDF", str(value)
            for number in range(len(document)):
                yield "text", _page(document, number)
            for entry in document.get_toc():
                yield "text", str(entry.get_title())
    except Exception:
        yield "unread", ""


def _page(document: "PdfDocument", number: int) -> str:
    """Return the text of a page, or an empty string if it is damaged."""
    try:
        page = document[number]
        words = page.get_textpage()
        text = str(words.get_text_range())
        words.close()
        page.close()
    except Exception:
        return ""
    return text.replace("\r\n", "\n").replace(
        "\ufffe", "\u00ad"
    )  # PDFium writes U+FFFE for a hyphen at the end of a line


def office(path: Path) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from an office document: its text, title, author and other metadata."""
    try:
        with zipfile.ZipFile(path) as opened:
            left = MOST_BYTES
            for part in opened.infolist():
                left -= part.file_size
                if part.filename.endswith((".xml", ".rels")) and left > 0 and "theme/" not in part.filename:
                    yield from _part(part.filename, opened.read(part).decode("utf-8", "replace"))
    except Exception:
        yield "unread", ""


def _part(name: str, text: str) -> Iterator[tuple[str, str]]:
    if name.startswith("docProps/") or name == "meta.xml":
        yield "Office", unescape(_TAGS.sub("\n", text))
    elif not name.endswith(("styles.xml", "settings.xml", "fontTable.xml", "numbering.xml")):
        yield "text", unescape(_TAGS.sub("", _ENDS.sub("\n", text)))
        yield from (("text", unescape(value)) for value in _ATTRIBUTES.findall(text) if len(value) >= 10)
