"""What a recording is, by its own bytes: its name may say anything. tinytag reads it; nothing of it is kept."""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.files import LARGEST_RECORDING, Recording
from .files import open_regular

if TYPE_CHECKING:
    from tinytag import TinyTag

MOST_PIECES = 20_000
"""How many pieces of a file are read: an hour of sound takes a few thousand, and hostile bytes without end."""

LEAST_SECONDS = 1.0
LEAST_BYTES_A_SECOND = 100
"""Less than any speech: a file that is shorter has lost its end, or only says that it is long."""

_AAC = re.compile(r'audio/mp4; codecs="mp4a\.40\.(2|5|29)"')
"""What tinytag calls the three kinds of AAC that every browser plays."""

_FILM = re.compile(rb"hdlr.{8}vide", re.DOTALL)
"""A film by another name: its pictures would be published, and nobody would see them."""


def read_recording(root: Path, path: str) -> Recording:
    """Return what a recording is; without a form where it cannot be played to its end.

    One that is too large is not read at all.
    """
    # Imported here: most publications have no recordings.
    from tinytag import TinyTag  # noqa: PLC0415

    size = 0
    try:
        with open_regular(root, path) as opened:
            size = os.fstat(opened.fileno()).st_size
            if size <= LARGEST_RECORDING:
                with _Sparing(io.FileIO(opened.fileno(), closefd=False)) as spared:
                    found = TinyTag.get(file_obj=spared, tags=False)
                    form, seconds = _form(found, spared, size), found.duration or 0.0
                    if form and seconds >= LEAST_SECONDS and size >= seconds * LEAST_BYTES_A_SECOND:
                        return Recording(form, seconds, size)
    except Exception:
        return Recording("", 0, size)
    return Recording("", 0, size)


class _Sparing(io.BufferedReader):
    """A file that is read in so many pieces and no more: hostile bytes can have a reader crawl through all of it."""

    _left = MOST_PIECES

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise OSError("too many pieces")
        return super().read(size)


def _form(found: "TinyTag", opened: io.BufferedReader, size: int) -> str:
    """What a file is, if all of it is there."""
    if found.mime_type == "audio/mpeg":
        said = (found.bitrate or 0) * (found.duration or 0) * 1000 / 8
        return "mp3" if said <= size * 1.01 + 2000 else ""  # sums of whole frames are never exact
    if _AAC.fullmatch(found.mime_type or ""):
        return "m4a" if all(_is_sound(*box) for box in _boxes(opened, size)) else ""
    return ""


def _boxes(opened: io.BufferedReader, size: int) -> Iterator[tuple[bytes, bool]]:
    """Yield the boxes that an m4a is made of: the description of each (of sound itself, nothing), and whether all of
    it is there."""
    at = 0
    while at < size:
        opened.seek(at)
        head = opened.read(16)
        length, kind = int.from_bytes(head[:4]), head[4:8]
        if length == 1:
            length = int.from_bytes(head[8:16])
        elif length == 0:
            length = size - at
        if kind == b"moov":
            opened.seek(at)
        yield opened.read(min(length, size)) if kind == b"moov" else b"", 8 <= length <= size - at
        at += max(length, 8)


def _is_sound(description: bytes, is_whole: bool) -> bool:
    return is_whole and not _FILM.search(description)
