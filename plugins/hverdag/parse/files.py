"""Names on the disk to entries, and bytes to text. No symbolic link is followed, and no large file is read."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..model.files import Entry, EntryKind, is_left_by_system
from ..model.problem import Problem, Source
from . import rules
from .characters import CONTROLS, blanked, unpiled

MAX_BYTES = 200_000
MAX_FOLDERS = 12
MOST_LOOKED_THROUGH = 1_000_000
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def entries(root: Path, folder: str) -> Iterator[Entry]:
    """Yield an entry for every name in a folder and its subfolders, in order. Symbolic links are listed, never
    followed."""
    if (root / folder).is_symlink() or folder.count("/") > MAX_FOLDERS:
        yield Entry(_printable(folder), EntryKind.SYMLINK if (root / folder).is_symlink() else EntryKind.SPECIAL)
        return
    try:
        items = sorted(os.scandir(root / folder), key=lambda item: item.name)
    except OSError:
        return
    for item in items:
        if is_left_by_system(item.name):
            continue
        entry = Entry(_printable(f"{folder}/{item.name}"), *_kind(item))
        yield entry
        if entry.kind is EntryKind.FOLDER:
            yield from entries(root, f"{folder}/{item.name}")


def _printable(path: str) -> str:
    """Return a path in NFC that can be printed anywhere: bytes that are not UTF-8 become escapes such as `\\udcff`."""
    return unicodedata.normalize("NFC", path).encode("utf-8", "backslashreplace").decode()


def _kind(item: "os.DirEntry[str]") -> tuple[EntryKind, int]:
    try:
        status = item.stat(follow_symlinks=False)
    except OSError:
        return EntryKind.SPECIAL, 0
    if stat.S_ISLNK(status.st_mode):
        return EntryKind.SYMLINK, 0
    if stat.S_ISDIR(status.st_mode):
        return EntryKind.FOLDER, 0
    return (EntryKind.FILE if stat.S_ISREG(status.st_mode) else EntryKind.SPECIAL), status.st_size


def open_regular(root: Path, path: str) -> BinaryIO:
    """Return an open regular file. A link is not followed, and a pipe does not block.

    Raises OSError if there is no such regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    # Joining as pathlib does would take as long as the rest, and there are thousands of files.
    stream = open(os.open(os.path.join(root, path), flags), "rb", buffering=0)  # noqa: PTH118, PTH123, SIM115
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(path)
    return stream


def read_bytes(root: Path, path: str, most: int = MAX_BYTES) -> tuple[bytes, int]:
    """Return the bytes of a regular file, and its size; no bytes if it is larger than `most`.

    Raises OSError if there is no such regular file.
    """
    with open_regular(root, path) as stream:
        size = os.fstat(stream.fileno()).st_size
        return (stream.read() if size <= most else b""), size


Texts = dict[str, tuple[bytes, tuple[str | None, list[Problem]]]]
"""What was read of files before, by their paths: their bytes, and what `read_text` made of them."""


def read_text(
    root: Path, path: str, most: int = MAX_BYTES, known: Texts | None = None
) -> tuple[str | None, list[Problem]]:
    """Return a file's text in NFC with `\\n` line breaks, or None and the problem if it cannot be read.

    Control characters are reported, and replaced by spaces in the text. What is `known` of the same bytes is returned
    as it was.
    """
    try:
        raw, size = read_bytes(root, path, most)
    except (OSError, ValueError):
        return None, [rules.UNREADABLE.at(Source(path))]
    if size > most:
        return None, [rules.TOO_LARGE.at(Source(path), size=size // 1000, limit=most // 1000)]
    if known is None:
        return text_of(raw, path)
    if path not in known or known[path][0] != raw:
        known[path] = (raw, text_of(raw, path))
    return known[path][1]


def text_of(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file's bytes, as `read_text` does."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_encoding(raw, error.start, path)]
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", unpiled(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROLS.isdisjoint(text):
        return text, []
    return blanked(text), _controls(text, path)


def rough_text(root: Path, path: str) -> str:
    """Return as much of a file as can be decoded, for searches; at most MOST_LOOKED_THROUGH bytes, and no errors."""
    try:
        with open_regular(root, path) as stream:
            raw = stream.read(MOST_LOOKED_THROUGH)
    except (OSError, ValueError):
        return ""
    encoding = next((name for mark, name in _WIDE.items() if raw.startswith(mark)), "")
    return raw.decode(encoding or "utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def file_lines(root: Path, path: str) -> list[str]:
    """Return a file's lines, to quote them in a report; an empty list if it cannot be read."""
    try:
        return read_bytes(root, path)[0].decode("utf-8-sig", errors="replace").splitlines()
    except (OSError, ValueError):
        return []


def _encoding(raw: bytes, position: int, path: str) -> Problem:
    before = raw[:position]
    line_start = before.rfind(b"\n") + 1
    source = Source(path, before.count(b"\n") + 1, len(before[line_start:].decode("utf-8")) + 1)
    byte = raw[position : position + 1]
    return rules.ENCODING.at(source, byte=f"0x{byte[0]:02X}", letter=byte.decode("cp1252", "replace"))


def _controls(text: str, path: str) -> list[Problem]:
    return [
        rules.CHARACTER.at(Source(path, number, column), code=f"U+{ord(letter):04X}")
        for number, line in enumerate(text.split("\n"), 1)
        for column, letter in enumerate(line, 1)
        if letter in CONTROLS
    ][:10]
