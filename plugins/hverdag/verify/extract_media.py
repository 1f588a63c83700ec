"""Extracts the metadata of pictures and recordings, such as author, place and title."""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){6,}")
_SCAN = b"\xff\xda"
"""Start of the image data in a JPEG; everything before it is metadata."""

_MOST_HEAD = 2_000_000
_MOST_READ = 25_000_000
_NOT_TEXT = frozenset({"exif", "icc_profile", "photoshop", "mpf", "mp"})


def picture(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a picture's EXIF, XMP and comments, as far as they can be read."""
    # Imported here: usually all pictures are known to be clean, and are not opened.
    from PIL import Image  # noqa: PLC0415

    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(path) as opened:
            for name, value in opened.info.items():
                if str(name).lower() not in _NOT_TEXT:
                    yield from (("XMP" if "xmp" in str(name).lower() else "image", text) for text in _texts(value))
            exif = opened.getexif()
            for part in (exif, *(exif.get_ifd(number) for number in (0x8769, 0xA005))):
                yield from (("EXIF", text) for value in part.values() for text in _texts(value))
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_MOST_HEAD)
        if head.startswith(b"\xff\xd8"):
            yield from (("EXIF", text) for text in _printed(head.partition(_SCAN)[0]))


def recording(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a recording's tags."""
    from tinytag import TinyTag  # noqa: PLC0415 as above

    with suppress(Exception):
        if path.stat().st_size <= _MOST_READ:
            tags = TinyTag.get(path, tags=True, duration=False)
            for value in tags.as_dict().values():
                yield from (("tags", text) for text in _texts(value))


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


def _printed(raw: bytes) -> Iterator[str]:
    """Yield the printable runs in binary data, as Latin-1 and as UTF-16."""
    yield "\n".join(match.decode("latin-1") for match in _PRINTED.findall(raw))
    yield "\n".join(match.decode("utf-16-le") for match in _WIDE.findall(raw))
