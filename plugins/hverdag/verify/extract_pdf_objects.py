"""Takes a PDF apart: every text in its objects and streams, whether a page refers to them or not."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from .extract_documents import MOST_BYTES, Within
from .extract_markup import attributes, text_of
from .extract_pdf_filters import unpacked
from .extract_text import UNREAD, decoded, printed

_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_OBJECT = re.compile(rb"(?<!\d)(\d+)\s+\d+\s+obj\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d+)\s+\d+\s+R\b")
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAME = re.compile(rb"/[^\s/<>\[\](){}%]+")
_LONG_NAME = 10
_UNREADABLE = re.compile(rb"/(?:Encrypt|XFA|RichMedia|Sound|Movie|3D|Screen)\b")
"""Names in a PDF that is protected, or has a part that no program here can read."""
_ATTACHED = re.compile(rb"/EF\s*(<<.*?>>|\d+\s+\d+\s+R)", re.DOTALL)
_NO_TEXT = re.compile(rb"/(?:Subtype\s*/Image|Type\s*/XRef)\b")
_OF_A_PROGRAM = re.compile(rb"/(?:Length1|Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)|Alternate)\b")
"""A font or the colours of a screen."""
_DRAWS = re.compile(rb"(?:^|[\s\])>])(?:BT|ET|Tj|TJ|Tf|cm|re|Do|BDC|EMC|rg|RG|scn|gs|d[01])(?=\s|$)")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)")
_NOTED = re.compile(rb"<<.*?>>|%[^\r\n]*", re.DOTALL)
"""A dictionary in the content of a page, and a comment."""
_SPACED = re.compile(rb"\[((?:[^\[\]()]|\((?:[^()\\]|\\.)*\))*)\]\s*TJ", re.DOTALL)
_CHARACTERS = b"begincmap"
_COMMENT = re.compile(rb"%[^\r\n]*")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]{8,})>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r\n": b""}
_SHORTEST = 4
_CODES = re.compile(r"[\x00-\x08\x0e-\x1f]")
_DIGITS = re.compile(r"\d{1,8}")
_NUMBER = 10
_NONE = -1


@dataclass
class ObjectParts:
    """The objects of a PDF outside its streams by number, as they stand, and its streams with their dictionaries."""

    objects: list[tuple[int, bytes]] = field(default_factory=list)
    streams: list[tuple[int, bytes, bytes]] = field(default_factory=list)
    around: list[bytes] = field(default_factory=list)
    broken: bool = False

    @property
    def pages(self) -> list[int]:
        """Return the numbers of all pages, also of those that were taken out."""
        found = (number for number, about in self.objects if _PAGE.search(about))
        return list(dict.fromkeys(found))


def parts_of(content: bytes) -> ObjectParts:
    """Return the parts of a PDF, also those packed in streams of objects."""
    parts, done, left = ObjectParts(), 0, MOST_BYTES * 3
    for start, end in (*streams(content), (len(content), len(content))):
        last = _outside(parts, content[done:start])
        done = end
        if start == len(content) or last is None or _NO_TEXT.search(last[1]):
            continue
        number, about = last
        try:
            body = unpacked(about, content[start:end])
        except (ValueError, IndexError, zlib.error):
            parts.broken = True
            continue
        left -= len(body)
        if left < 0:
            parts.broken = True
            return parts
        if b"/ObjStm" in about:
            _packed(parts, about, body)
        else:
            parts.streams.append((number, about, body))
    return parts


def _outside(parts: ObjectParts, content: bytes) -> tuple[int, bytes] | None:
    """Add the objects in a stretch without streams, and return the last of them: that of the stream that follows."""
    begins = list(_OBJECT.finditer(content))
    parts.around.append(content[: begins[0].start()] if begins else content)
    for begin, after in zip(begins, (*begins[1:], None), strict=False):
        inside = content[begin.end() : after.start() if after else len(content)]
        whole, _, rest = inside.partition(b"endobj")
        parts.objects.append((int(begin[1]), _plain_names(whole)))
        parts.around.append(rest)
    return parts.objects[-1] if begins else None


def _plain_names(content: bytes) -> bytes:
    if b"#" not in content:
        return content
    return _NAME.sub(lambda name: _ESCAPED_NAME.sub(lambda code: bytes.fromhex(code[1].decode()), name[0]), content)


def _packed(parts: ObjectParts, about: bytes, body: bytes) -> None:
    first = re.search(rb"/First\s+(\d+)", about)
    head = [int(number) for number in body[: int(first[1]) if first else 0].split()]
    places = [*(int(first[1]) + place for place in head[1::2]), len(body)] if first else []
    for number, start, end in zip(head[::2], places, places[1:], strict=False):
        parts.objects.append((number, _plain_names(body[start:end])))
    if not places:
        parts.broken = True


def streams(content: bytes) -> Iterator[tuple[int, int]]:
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


def texts(parts: ObjectParts, within: Within) -> Iterator[tuple[str, str]]:
    """Yield every text in the parts of a PDF, and its attachments. What cannot be read is UNREAD."""
    every = [about for _, about in parts.objects]
    if parts.broken or any(_UNREADABLE.search(about) for about in every):
        yield UNREAD, ""
    yield from _around(parts)
    yield "text", "\n".join(text for about in every for text in _strings(about) if len(text) >= _SHORTEST)
    names = (name[1:] for about in every for name in _NAME.findall(about) if len(name) > _LONG_NAME)
    yield "text", "\n".join(name.decode("latin-1") for name in names)
    yield from (("text", text) for text in _in_fields(parts))
    attached = {int(one) for about in every for match in _ATTACHED.findall(about) for one in _REFERENCE.findall(match)}
    shown = {int(one) for about in every if _PAGE.search(about) for one in _REFERENCE.findall(_contents(about))}
    known = {int(one) for about in every for one in _REFERENCE.findall(about)}
    if not attached <= {number for number, _, _ in parts.streams}:
        yield UNREAD, ""
    for number, about, body in parts.streams:
        if number in attached or b"/EmbeddedFile" in about:
            yield from within("", body)
        elif number in shown:
            noted = b"\n".join(_NOTED.findall(body))  # the rest is read from the page
            yield "text", "\n".join((*_strings(noted), printed(noted)))
        else:
            yield from _in_stream(about, body, number in known)


def _around(parts: ObjectParts) -> Iterator[tuple[str, str]]:
    """Yield the comments, and what stands where a PDF has nothing: before it begins, and after it ends."""
    first, last = parts.around[0].partition(b"%PDF-")[0], parts.around[-1].rpartition(b"%%EOF")[2]
    lines = (
        line for rest in (*parts.around, *(about for _, about in parts.objects)) for line in _COMMENT.findall(rest)
    )
    yield "text", "\n".join(printed(one) for one in (first, last, *lines))


def _contents(about: bytes) -> bytes:
    return b" ".join(_CONTENTS.findall(about))


def _in_stream(about: bytes, body: bytes, is_known: bool) -> Iterator[tuple[str, str]]:
    text = decoded(body)
    if body.lstrip(b"\xef\xbb\xbf\0\xfe\xff \r\n\t").startswith(b"<") and text is not None:
        yield "XMP", "\n".join((text_of(text), *(value for _, value in attributes(text))))
    elif _DRAWS.search(body):
        drawn = [*_strings(_SPACED.sub(_unspaced, body), codes=not is_known)]
        yield "text", "\n".join(one for one in drawn if not _CODES.search(one))
        if not is_known and any(_CODES.search(one) for one in drawn):
            yield UNREAD, ""  # no page says which letters these are
    elif _CHARACTERS not in body and text is not None:
        yield "text", text
    elif text is None and not _OF_A_PROGRAM.search(about):
        yield "text", printed(body)


def _unspaced(match: re.Match[bytes]) -> bytes:
    """Return the pieces of a line as one string."""
    return b"(" + b"".join(match[1][start:end] for start, end in _literals(match[1])) + b") " + match[1]


def _in_fields(parts: ObjectParts) -> Iterator[str]:
    """Yield the values of form fields that follow one another and are digits only, as one: a number may have a field
    for each digit. They follow in the file, on a page, or in the form's own list."""
    values: dict[int, str] = {}
    for number, about in parts.objects:
        if found := re.search(rb"/V\s*(?=[(</])", about):
            values[number] = next(_strings(about[found.end() :]), "").strip()
    lists = re.findall(rb"/(?:Fields|Kids|Annots)?\s*\[([\d\sR]+)\]", b"\n".join(about for _, about in parts.objects))
    orders = [list(values), *([int(one) for one in _REFERENCE.findall(row)] for row in lists)]
    for order in orders:
        row = ""
        for number in (*order, _NONE):
            value = values.get(number, "")
            if _DIGITS.fullmatch(value):
                row += value
                continue
            if len(row) >= _NUMBER:
                yield f"{row[:6]}-{row[6:]}" if len(row) == _NUMBER else row
            row = ""


def _strings(content: bytes, codes: bool = True) -> Iterator[str]:
    """Yield the strings in a stretch of a PDF; without `codes` only those that are not written in hex."""
    for start, end in _literals(content):
        yield _text(_ESCAPE.sub(_unescaped, content[start:end]))
    for match in _HEX.findall(content) if codes else ():
        digits = re.sub(rb"\s", b"", match)
        yield _text(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))


def _literals(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each string in parentheses begins and ends; those inside it belong to it."""
    depth, begin = 0, 0
    for sign in _PARENTHESIS.finditer(content):
        if sign[0] == b"(":
            begin = begin if depth else sign.end()
            depth += 1
        elif sign[0] == b")" and depth:
            depth -= 1
            if not depth:
                yield begin, sign.start()
    if depth:
        yield begin, len(content)


def _text(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) & 0xFF]) if sign[:1].isdigit() and sign[0] < 0x38 else _ESCAPED.get(sign, sign)
