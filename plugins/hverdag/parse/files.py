"""Names on the disk to entries, and bytes to text. Nothing is followed, and nothing is read that is too large."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..model.handbook import Entry, EntryKind
from ..model.problem import Problem, Source
from . import rules

MAX_BYTES = 200_000

# Characters that turn text around, hide it, or break a line where no one sees a break. YAML cannot hold most of them.
_CONTROLS = frozenset(
    chr(code)
    for first, last in (
        (0, 8),
        (11, 31),
        (127, 159),
        (0x2028, 0x202E),
        (0x2066, 0x2069),
        (0xE000, 0xF8FF),  # private letters: they are in no font, and the frame uses two of them itself
        (0xFEFF, 0xFEFF),
        (0xFFFE, 0xFFFF),
    )
    for code in range(first, last + 1)
)
_BLANKED = dict.fromkeys(map(ord, _CONTROLS), " ")


def entries(root: Path, folder: str) -> Iterator[Entry]:
    """Yield every name in a folder and its subfolders, in order. Symbolic links are named, never followed."""
    try:
        found = sorted(os.scandir(root / folder), key=lambda item: item.name)
    except OSError:
        return
    for item in found:
        if item.name.startswith("."):
            continue
        path = f"{folder}/{unicodedata.normalize('NFC', item.name)}"
        entry = Entry(path, *_kind(item))
        yield entry
        if entry.kind is EntryKind.FOLDER:
            yield from entries(root, f"{folder}/{item.name}")


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


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text in NFC with plain line breaks, or None and why it cannot be had.

    Control characters are reported, and are blank in the text.
    """
    try:
        size = (root / path).stat().st_size
        if size > MAX_BYTES:
            problem = rules.TOO_LARGE.at(Source(path), size=size // 1000, limit=MAX_BYTES // 1000)
            return None, [problem]
        raw = (root / path).read_bytes()
    except OSError:
        return None, [rules.UNREADABLE.at(Source(path))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_encoding(raw, error.start, path)]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _CONTROLS.isdisjoint(text):
        return text, []
    return text.translate(_BLANKED), _controls(text, path)


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
        if letter in _CONTROLS
    ][:10]
