"""Extracts the text and the metadata of office documents and of other zip archives."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator

from .extract_markup import attributes, text_of
from .extract_text import COMMENT, UNREAD, decoded, printed

Within = Callable[[str, bytes], Iterator[tuple[str, str]]]
"""Reads a file that lies inside another: its name and content in, pairs of place and text out."""

MOST_BYTES = 60_000_000
"""Maximum number of unpacked bytes read from a document, as protection against zip bombs."""

_ENDS = re.compile(
    r"</(?:w:p|w:tc|a:p|a:tc|text:p|text:h|c|si|row|table:table-cell)>|"
    r"<(?:w:br|w:tab|w:ptab|w:cr|text:tab|text:line-break)\b[^>]*>"
)
_SIGN = re.compile(
    r"""<(?:w:sym\b[^>]*\bw:char=["'](?:[Ff]0)?0*([0-9A-Fa-f]{2,4})["']|(w:noBreakHyphen)|text:s\b)[^>]*>"""
)
"""Elements that stand for one sign: one of a symbol font, a hyphen or a space."""
_INSERTED = re.compile(r"<(w:ins|w:moveTo)\b[^>]*(?<!/)>.*?</\1>", re.DOTALL)
_DELETED = re.compile(r"<(w:del|w:moveFrom)\b[^>]*(?<!/)>.*?</\1>", re.DOTALL)
_PARTS = (".xml", ".rels", ".vml")
_PRINTED = re.compile(r"(?:^|/)(?:printerSettings\d*\.bin|font\d*\.odttf)$")
"""Binary parts that say nothing of a person: settings of a printer, and fonts."""
_COMMENTS = re.compile(r"comments?\w*(?:/\w+)?\.xml$|notesSlide\d+\.xml$", re.IGNORECASE)
_NOTES = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_ABOUT = ("author", "userId", "creator", "lastModifiedBy")
"""Attributes that say who has worked on a document."""
_LOCKED = "encryption-data"


def office(content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from an office document: its text with insertions and with deletions, comments and
    hidden sheets, its metadata, and what lies inside it and around its parts. What cannot be read is UNREAD."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            yield from _around(content, opened)
            left = MOST_BYTES
            for part in opened.infolist():
                with opened.open(part) as packed:
                    inside = packed.read(left + 1)
                left -= len(inside)
                if left < 0:
                    yield UNREAD, ""
                    return
                if not part.is_dir():
                    yield from _part(part.filename, inside, within)
    except Exception:
        yield UNREAD, ""


def _around(content: bytes, opened: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield what stands before, between and after the parts of an archive. A part that it does not list is UNREAD."""
    about = (one for part in opened.infolist() for one in (part.filename, printed(part.comment), printed(part.extra)))
    yield "text", "\n".join((printed(opened.comment), *about))
    place, rest = 0, []
    for part in sorted(opened.infolist(), key=lambda one: one.header_offset):
        rest.append(content[place : part.header_offset])
        head = content[part.header_offset : part.header_offset + 30]
        place = part.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        place += part.compress_size
    end = content.rfind(b"PK\x05\x06") + 22 + len(opened.comment)
    for gap in (*rest, content[place : opened.start_dir], content[end:]):
        yield "text", printed(gap)
        if b"PK\x03\x04" in gap:
            yield UNREAD, ""


def _part(name: str, content: bytes, within: Within) -> Iterator[tuple[str, str]]:
    if _PRINTED.search(name):
        yield "text", printed(content)
    elif not name.endswith(_PARTS):
        if name != "mimetype":
            yield from within(name, content)
    else:
        text = decoded(content)
        if text is None or (name.startswith("META-INF/") and _LOCKED in text):
            yield UNREAD, ""
        else:
            yield from _markup(name, text)


def _markup(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a part."""
    for attribute, value in attributes(text):
        yield "Office" if attribute in _ABOUT else "text", value
    if name.startswith("docProps/") or name == "meta.xml":
        yield "Office", text_of(text)
        return
    if name.startswith("customXml/"):
        yield "text", text
    place = COMMENT if _COMMENTS.search(name) else "text"
    yield from ((COMMENT, _read(note)) for note in _NOTES.findall(text))
    # With all changes, with none of them, and what was both inserted and deleted.
    both = "\n".join(match[0] for match in _INSERTED.finditer(text) if _DELETED.search(match[0]))
    for reading in dict.fromkeys((_DELETED.sub("", text), _INSERTED.sub("", text), both)):
        yield place, _read(reading)


def _read(text: str) -> str:
    return text_of(_ENDS.sub("\n", _SIGN.sub(_sign, text)), "")


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "-" if match[2] else " "
