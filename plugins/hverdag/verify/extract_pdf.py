"""Extracts the text and the metadata of PDFs, with notes, forms, attachments and earlier revisions."""

import re
import zlib
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from .extract_documents import MOST_BYTES, Within
from .extract_markup import TAGS
from .extract_text import UNREAD

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_REVISION = re.compile(rb"startxref\s+([1-9]\d*)\s+%%EOF\s?")
"""The end of a revision. A PDF made for the web has one more, with an offset of 0."""
_MOST_REVISIONS = 20
_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_UNREADABLE = re.compile(rb"/(?:Encrypt|XFA|RichMedia|Sound|Movie|3D|Screen)\b")
"""Names in a PDF that is protected, or has a part that no program here can read."""
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]{12,})>", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r\n": b""}
_SHORTEST = 4
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
        yield from _objects(content, within)
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
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # noqa: PLC0415 as above

    page = document[number]
    words = page.get_textpage()
    text = str(words.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "\u00ad")
    words.close()
    # PDFium writes U+FFFE for a hyphen at the end of a line.
    is_scanned = not text.strip() and any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
    page.close()
    yield "text", text
    if is_scanned or len(_ODD.findall(text)) > _MOST_ODD * len(text):
        yield UNREAD, ""


def _objects(content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    """Yield every text in the objects of a PDF, whether a page refers to them or not, and its attachments."""
    objects, attachments, done = [], [], 0
    for start, end in _streams(content):
        objects.append(content[done:start])
        about, done = objects[-1][objects[-1].rfind(b"obj") :], end
        if b"/ObjStm" in about:
            objects.append(_unpacked(about, content[start:end]))
        elif b"/EmbeddedFile" in about:
            attachments.append(_unpacked(about, content[start:end]))
    objects.append(content[done:])
    if any(_UNREADABLE.search(part) for part in objects) or (
        not attachments and any(re.search(rb"/EF\b", part) for part in objects)
    ):
        yield UNREAD, ""
    for attachment in attachments:
        yield from within("", attachment)
    texts = (_text(match) for part in objects for match in _STRING.finditer(part))
    yield "text", "\n".join(text for text in texts if len(text) >= _SHORTEST)


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each stream begins and ends."""
    place = 0
    while begin := _STREAM.search(content, place):
        length = _LENGTH.search(content, max(place, content.rfind(b"obj", place, begin.start())), begin.start())
        end = begin.end() + int(length[1]) if length else 0
        if not length or b"endstream" not in content[end : end + 20]:
            end = content.find(b"endstream", begin.end())
        if end < 0:
            return
        yield begin.end(), end
        place = end + len(b"endstream")


def _revisions(content: bytes) -> list[int]:
    """Return where each revision before the last ends."""
    ends = [match.end() for match in _REVISION.finditer(content)]
    streams = list(_streams(content)) if len(ends) > 1 else []
    return [end for end in ends[:-1] if not any(start < end < stop for start, stop in streams)]


def _unpacked(about: bytes, body: bytes) -> bytes:
    """Return the content of a stream. Raises an error if it is packed in another way than PDFs usually are."""
    if b"/Filter" not in about:
        return body.rstrip(b"\r\n")
    if b"/FlateDecode" not in about or b"/DecodeParms" in about or about.count(b"Decode") > 1:
        raise ValueError
    packed = zlib.decompressobj()
    content = packed.decompress(body, MOST_BYTES)
    if not packed.eof:
        raise ValueError
    return content


def _text(match: re.Match[bytes]) -> str:
    if match[2] is not None:
        digits = re.sub(rb"\s", b"", match[2])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        raw = _ESCAPE.sub(_unescaped, match[1])
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) & 0xFF]) if sign[:1].isdigit() and sign[0] < 0x38 else _ESCAPED.get(sign, sign)
