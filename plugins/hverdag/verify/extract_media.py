"""Extracts the metadata of pictures and recordings, such as author, place and title."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .extract_text import UNREAD, printed

_SCAN = b"\xff\xda"
"""Start of the image data in a JPEG; everything before it is metadata."""

_MOST_HEAD = 2_000_000
_NOT_TEXT = frozenset({"exif", "icc_profile", "photoshop", "mpf", "mp"})

_HEAD, _TAIL = 65_536, 4_096
"""Number of bytes at the start and the end of a recording that may hold tags."""
_PACKED = {3: 0xC0, 4: 0x0C}
"""Flags of a frame that is compressed or encrypted, by the version of ID3."""
_NEWEST = 4
_FILE = re.compile(rb"PK\x03\x04|%PDF-")
"""The start of a file inside a tag."""
_MARK = re.compile(rb"ID3[\x02-\x04]\x00|APETAGEX|LYRICSBEGIN|TAG\+")
_ROW = re.compile(rb"(?:[0-9][\x00 ./_-]{0,3}){4,}")
_NEAR = 100
_DATE = re.compile(r"\d{6}|\d{8}|\d\d?[-./ ]\d\d?[-./ ](?:\d\d){1,2}")
_FOUR = re.compile(r"(?!19|20)\d{4}")
"""Four digits that are no year, which most recordings have in a tag."""


def picture(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the texts of a picture's EXIF, XMP and comments. A picture that cannot be opened is UNREAD."""
    # Imported here: usually all pictures are known to be clean, and are not opened.
    from PIL import Image  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as opened:
                yield from _notes(opened)
    except Exception:
        yield UNREAD, ""
    if content.startswith(b"\xff\xd8"):
        yield "EXIF", printed(content[:_MOST_HEAD].partition(_SCAN)[0])


def _notes(opened: Any) -> Iterator[tuple[str, str]]:
    for name, value in opened.info.items():
        if str(name).lower() not in _NOT_TEXT:
            yield from (("XMP" if "xmp" in str(name).lower() else "image", text) for text in _texts(value))
    try:
        exif = opened.getexif()
    except Exception:
        return  # damaged EXIF is read as printable runs
    for part in (exif, *(exif.get_ifd(number) for number in (0x8769, 0xA005))):
        yield from (("EXIF", text) for value in part.values() for text in _texts(value))


def recording(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the texts of a recording's tags, also of those that no player shows. A tag that is packed, and a recording
    whose tags cannot be told, are UNREAD."""
    from tinytag import TinyTag  # noqa: PLC0415 as above

    try:
        tags = TinyTag.get(file_obj=io.BytesIO(content), tags=True, duration=False)
        for value in tags.as_dict().values():
            yield from (("tags", text) for text in _texts(value))
        yield "tags", "\n".join(_in_two_tags([text for value in tags.as_dict().values() for text in _texts(value)]))
        around = list(_around_sound(content))
        for part in (*around, *_in_sound(content)):
            yield "tags", printed(part)
        if _has_packed_frame(content) or any(_FILE.search(part) for part in around):
            yield UNREAD, ""
    except Exception:
        yield UNREAD, ""


def _in_two_tags(values: Sequence[str]) -> Iterator[str]:
    """Yield each date in one tag with each four digits in another."""
    dates = [value for value in values if _DATE.fullmatch(value.strip())]
    fours = [value for value in values if _FOUR.fullmatch(value.strip())]
    yield from (f"{date.strip()}-{four.strip()}" for date in dates for four in fours)


def _in_sound(content: bytes) -> Iterator[bytes]:
    """Yield what is text in the midst of the sound: tags, and rows of digits, as in the title of a chapter."""
    for match in _MARK.finditer(content):
        size = _tag_size(content[match.start() : match.start() + 10])
        yield content[match.start() : match.start() + min(max(size, _TAIL), _MOST_HEAD)]
    for match in _ROW.finditer(content):
        yield content[max(match.start() - _NEAR, 0) : match.end() + _NEAR]


def _around_sound(content: bytes) -> Iterator[bytes]:
    """Yield the parts of a recording that may hold tags, without the sound itself."""
    if content[4:8] == b"ftyp":
        place = 0
        while place + 8 <= len(content):
            size, start = int.from_bytes(content[place : place + 4]), 8
            if size == 1:
                size, start = int.from_bytes(content[place + 8 : place + 16]), 16
            if content[place + 4 : place + 8] != b"mdat":
                yield content[place + start : place + size or None]
            place += max(size, start) if size else len(content)
    else:
        yield content[: max(_HEAD, _tag_size(content))]
        yield content[max(_HEAD, len(content) - _TAIL) :]


def _tag_size(content: bytes) -> int:
    """Return the size of the ID3 tag at the start of a recording in bytes, or 0."""
    if not content.startswith(b"ID3"):
        return 0
    return 10 + _seven_bits(content[6:10])


def _seven_bits(raw: bytes) -> int:
    size = 0
    for byte in raw:
        size = size * 128 + (byte & 0x7F)
    return size


def _has_packed_frame(content: bytes) -> bool:
    """Return True if a frame of the ID3 tag is compressed or encrypted."""
    end, place = _tag_size(content), 10
    version = content[3] if end else 0
    while version in _PACKED and place + 10 <= end and content[place]:
        if content[place + 9] & _PACKED[version]:
            return True
        raw = content[place + 4 : place + 8]
        place += 10 + (_seven_bits(raw) if version == _NEWEST else int.from_bytes(raw))
    return False


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a metadata value: a string, bytes, or a mapping or sequence of those."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        plain = value.removeprefix(b"UNICODE\x00").removeprefix(b"ASCII\x00\x00\x00")
        yield plain.decode("utf-16-le" if plain[1:2] == b"\x00" else "utf-8", "replace")
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list | tuple):
        yield from (text for inner in value for text in _texts(inner))
