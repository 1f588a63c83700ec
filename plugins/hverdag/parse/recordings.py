"""The facts of a recording, read from its bytes by tinytag: its name may be wrong, and its tags are not kept."""

import hashlib
import io
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..model.files import LARGEST_RECORDING, Recording
from .files import open_regular

if TYPE_CHECKING:
    from tinytag import TinyTag

MOST_PIECES = 20_000
"""The most reads of a file: an hour of sound takes a few thousand, and a hostile file could take any number."""

PIECE = 1 << 20
"""Bytes read at once of a file for its digest."""

LEAST_SECONDS = 1.0
LEAST_BYTES_A_SECOND = 100
"""Less than any speech: a smaller file was cut short, or has a false duration."""

_AAC = re.compile(r'audio/mp4; codecs="mp4a\.40\.(2|5|29)"')
"""tinytag's names for the three kinds of AAC that every browser plays."""

_FILM = re.compile(rb"hdlr.{8}vide", re.DOTALL)
"""The handler of a video track: a film named .m4a would be published with pictures that nobody has seen."""


def read_recording(root: Path, path: str) -> Recording:
    """Return a recording's format, duration in seconds, size in bytes, and digest; no format if it cannot be played to
    its end.

    A file larger than LARGEST_RECORDING is not read at all.
    """
    size, digest = 0, ""
    with suppress(Exception), open_regular(root, path) as stream:  # hostile bytes raise any exception in a parser
        size = os.fstat(stream.fileno()).st_size
        if size <= LARGEST_RECORDING:
            digest = _digest(stream)
            stream.seek(0)
            form, seconds = _sound(stream, size)
            if form and seconds >= LEAST_SECONDS and size >= seconds * LEAST_BYTES_A_SECOND:
                return Recording(form, seconds, size, digest)
    return Recording("", 0, size, digest)


def _digest(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _sound(stream: BinaryIO, size: int) -> tuple[str, float]:
    """Return a recording's format and duration in seconds, as `_format` does. It may raise any exception."""
    # Imported here: most publications have no recordings.
    from tinytag import TinyTag  # noqa: PLC0415

    with _LimitedReader(io.FileIO(stream.fileno(), closefd=False)) as reader:
        tag = TinyTag.get(file_obj=reader, tags=False)
        return _format(tag, reader, size), tag.duration or 0.0


class _LimitedReader(io.BufferedReader):
    """A file that can be read MOST_PIECES times: hostile bytes can make a parser read all of it in tiny pieces."""

    _reads_left = MOST_PIECES

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads_left -= 1
        if self._reads_left < 0:
            raise OSError("too many pieces")
        return super().read(size)


def _format(tag: "TinyTag", stream: io.BufferedReader, size: int) -> str:
    """Return a file's format, `mp3` or `m4a`; an empty string if it is another or part of the file is missing."""
    if tag.mime_type == "audio/mpeg":
        expected_size = (tag.bitrate or 0) * (tag.duration or 0) * 1000 / 8
        return (
            "mp3" if expected_size <= size * 1.01 + 2000 else ""
        )  # the duration is a sum of whole frames, and never exact
    if _AAC.fullmatch(tag.mime_type or ""):
        return "m4a" if all(_is_sound(*box) for box in _boxes(stream, size)) else ""
    return ""


def _boxes(stream: io.BufferedReader, size: int) -> Iterator[tuple[bytes, bool]]:
    """Yield each box of an m4a file as its bytes, which are empty unless it is the description `moov`, and True if the
    box is complete."""
    at = 0
    while at < size:
        stream.seek(at)
        head = stream.read(16)
        length, kind = int.from_bytes(head[:4]), head[4:8]
        if length == 1:
            length = int.from_bytes(head[8:16])
        elif length == 0:
            length = size - at
        if kind == b"moov":
            stream.seek(at)
        yield stream.read(min(length, size)) if kind == b"moov" else b"", 8 <= length <= size - at
        at += max(length, 8)


def _is_sound(description: bytes, is_whole: bool) -> bool:
    return is_whole and not _FILM.search(description)
