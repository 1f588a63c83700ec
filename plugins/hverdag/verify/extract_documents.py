"""What PDFs and office documents say, and what they say of themselves."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_BYTES = 60_000_000
"""Of what is packed in an office document: a hostile one can unpack without end."""

_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_ENDS = re.compile(
    r"</(?:w:p|w:tc|a:p|a:tc|text:p|text:h|c|si|row|table:table-cell)>|<(?:w:br|w:tab|w:cr|text:tab)\b[^>]*>"
)
_TAGS = re.compile(r"<[^<>]*>")
_TOLD = re.compile(r"""\b(?:descr|title|name|alt|Target|val|tooltip|svg:title)="([^"]*)\"""")


def pdf(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of each page of a PDF, and its title, author and the like."""
    # Imported here: most often every PDF has been looked into before.
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    try:
        for found in _XMP.findall(path.read_bytes()):
            yield "XMP", unescape(_TAGS.sub("\n", found.decode("utf-8", "replace")))
        with PdfDocument(path) as document:
            for told in document.get_metadata_dict(skip_empty=True).values():
                yield "PDF", str(told)
            for number in range(len(document)):
                yield "text", _page(document, number)
            for entry in document.get_toc():
                yield "text", str(entry.get_title())
    except Exception:
        yield "unread", ""


def _page(document: "PdfDocument", number: int) -> str:
    """The text of a page; nothing where it is damaged."""
    try:
        page = document[number]
        words = page.get_textpage()
        text = str(words.get_text_range())
        words.close()
        page.close()
    except Exception:
        return ""
    return text.replace("\r\n", "\n").replace("\ufffe", "\u00ad")  # how PDFium tells of a hyphen at a line's end


def office(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of a document, and its title, author and the like."""
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
        yield from (("text", unescape(found)) for found in _TOLD.findall(text) if len(found) >= 10)
