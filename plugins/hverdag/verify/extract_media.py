"""What pictures and recordings say of themselves: who took them, where, and of whom."""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){6,}")
_SCAN = b"\xff\xda"
"""Where the picture itself begins in a JPEG; all before it is about it."""

_MOST_HEAD = 2_000_000
_MOST_READ = 25_000_000
_NOT_TEXT = frozenset({"exif", "icc_profile", "photoshop", "mpf", "mp"})


def picture(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a picture's EXIF, XMP and notes say. Where they are damaged, what can be read of them."""
    # Imported here: most publications have no pictures that were not looked into before.
    from PIL import Image  # noqa: PLC0415

    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(path) as opened:
            for name, told in opened.info.items():
                if str(name).lower() not in _NOT_TEXT:
                    yield from (("XMP" if "xmp" in str(name).lower() else "image", text) for text in _texts(told))
            exif = opened.getexif()
            for part in (exif, *(exif.get_ifd(number) for number in (0x8769, 0xA005))):
                yield from (("EXIF", text) for told in part.values() for text in _texts(told))
    with suppress(OSError), path.open("rb") as held:
        head = held.read(_MOST_HEAD)
        if head.startswith(b"\xff\xd8"):
            yield from (("EXIF", text) for text in _printed(head.partition(_SCAN)[0]))


def recording(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a recording's own notes say."""
    from tinytag import TinyTag  # noqa: PLC0415 as above

    with suppress(Exception):
        if path.stat().st_size <= _MOST_READ:
            found = TinyTag.get(path, tags=True, duration=False)
            for told in found.as_dict().values():
                yield from (("tags", text) for text in _texts(told))


def _texts(told: Any) -> Iterator[str]:
    """Every text in what a library has read: in some places bytes, in others lists of either."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, bytes):
        plain = told.removeprefix(b"UNICODE\x00").removeprefix(b"ASCII\x00\x00\x00")
        yield plain.decode("utf-16-le" if plain[1:2] == b"\x00" else "utf-8", "replace")
    elif isinstance(told, Mapping):
        yield from (text for inner in told.values() for text in _texts(inner))
    elif isinstance(told, list | tuple):
        yield from (text for inner in told for text in _texts(inner))


def _printed(raw: bytes) -> Iterator[str]:
    """Runs of letters among bytes, one or two bytes to each."""
    yield "\n".join(found.decode("latin-1") for found in _PRINTED.findall(raw))
    yield "\n".join(found.decode("utf-16-le") for found in _WIDE.findall(raw))
