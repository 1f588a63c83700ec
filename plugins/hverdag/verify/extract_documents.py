"""Extracts the text and the metadata of office documents and of other zip archives."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape

from .extract_text import UNREAD, decoded

Within = Callable[[str, bytes], Iterator[tuple[str, str]]]
"""Reads a file that lies inside another: its name and content in, pairs of place and text out."""

MOST_BYTES = 60_000_000
"""Maximum number of unpacked bytes read from a document, as protection against zip bombs."""

_ENDS = re.compile(
    r"</(?:w:p|w:tc|a:p|a:tc|text:p|text:h|c|si|row|table:table-cell)>|<(?:w:br|w:tab|w:cr|text:tab)\b[^>]*>"
)
TAGS = re.compile(r"<[^<>]*>")
_ATTRIBUTES = re.compile(r"""\b(?:descr|title|name|alt|Target|val|tooltip|svg:title)="([^"]*)\"""")
_PARTS = (".xml", ".rels", ".vml")
_HARMLESS = re.compile(r"(?:^|/)(?:printerSettings\d*\.bin|font\d*\.odttf)$|/$|^mimetype$|theme/")
"""Parts that say nothing of a person: settings of a printer, fonts, colours, and folders."""
_LOCKED = "encryption-data"


def office(content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from an office document: its text, comments, deletions and hidden sheets, its
    metadata, and what lies inside it. What cannot be read is UNREAD."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            left = MOST_BYTES
            for part in opened.infolist():
                if _HARMLESS.search(part.filename):
                    continue
                with opened.open(part) as packed:
                    inside = packed.read(left + 1)
                left -= len(inside)
                if left < 0:
                    yield UNREAD, ""
                    return
                yield from _part(part.filename, inside, within)
    except Exception:
        yield UNREAD, ""


def _part(name: str, content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    if not name.endswith(_PARTS):
        yield from within(name, content)
        return
    text = decoded(content)
    if text is None or (name.startswith("META-INF/") and _LOCKED in text):
        yield UNREAD, ""
    elif name.startswith("docProps/") or name == "meta.xml":
        yield "Office", unescape(TAGS.sub("\n", text))
    else:
        yield "text", unescape(TAGS.sub("", _ENDS.sub("\n", text)))
        yield from (("text", unescape(value)) for value in _ATTRIBUTES.findall(text) if len(value) >= 10)
