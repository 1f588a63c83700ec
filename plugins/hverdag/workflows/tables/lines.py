"""The lines of a file of rows: adds rows to it and takes some out, and leaves the rest of the file as it is."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ...model.declared import Declared, Placed
from ...model.problem import Source
from ...parse.data_files import MAX_DATA
from ...parse.publication import fields_of
from ..story_file import RefusedError
from .store import FileChange, Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)

_ITEM = re.compile(r"([ \t]*)-(?:[ \t]|\r?$)")


def file_text(store: Store[F, R], held: Mapping[str, Sequence[Any]], header: Sequence[str] = ()) -> str:
    """Return a whole file, with what its lists hold. `header` are the lines of comment above it."""
    parts = {name: [line(row) for row in held.get(name, ())] for name, line in store.lists.items()}
    lists = (line for name, rows in parts.items() if rows for line in (f"{name}:", *(f"  - {row}" for row in rows)))
    return "".join(f"{line}\n" for line in (*header, *lists))


def header_of(raw: bytes) -> list[str]:
    """Return the lines of comment that a file begins with."""
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:end]


def read_file(store: Store[F, R], raw: bytes, path: str) -> F:
    """Return what the bytes of a file hold, with its faults ignored."""
    return fields_of(raw, path, store.model)


def says(store: Store[F, R], file: F) -> dict[str, tuple[object, ...]]:
    """Return everything that a file says, by its lists."""
    return {name: getattr(file, name) for name in store.lists}


def with_rows(store: Store[F, R], raw: bytes, path: str, rows: Sequence[R]) -> bytes | None:
    """Return a file with rows after those that it has, and everything else in it as it was; None if it is written in a
    way that does not allow that, or would be too long."""
    if not raw.strip():
        return file_text(store, {store.rows: rows}).encode("utf-8")
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    end = "\r" if lines[0].endswith("\r") else ""
    key = _key_line(store, lines)
    at, indent = (len(lines), "  ") if key is None else _end_of(lines, key)
    if key is None:
        at = len(lines) - (not lines[-1])
        new = [f"{store.rows}:{end}"]
    else:
        new = []
        lines[key] = re.sub(r"[ \t]*\[[ \t]*\]", "", lines[key], count=1) if at == key + 1 else lines[key]
    if at and not lines[at - 1].endswith("\r"):
        lines[at - 1] += end
    new += [f"{indent}- {store.lists[store.rows](one)}{end}" for one in rows]
    after = "\n".join((*lines[:at], *new, *(lines[at:] or [""]))).encode("utf-8")
    before = says(store, read_file(store, raw, path))
    wanted = {**before, store.rows: (*before[store.rows], *rows)}
    return after if len(after) <= MAX_DATA and says(store, read_file(store, after, path)) == wanted else None


def without_rows(store: Store[F, R], raw: bytes, path: str, gone: Collection[int]) -> bytes:
    """Return a file without some of its rows, by their numbers; nothing if nothing is left in it. Comments above what
    goes go too."""
    before = read_file(store, raw, path)
    kept = tuple(one for number, one in enumerate(store.rows_of(before)) if number not in gone)
    wanted = {**says(store, before), store.rows: kept}
    if not any(wanted.values()):
        return b""
    after = _without_lines(store, raw, before, gone)
    if after is not None and says(store, read_file(store, after, path)) == wanted:
        return after
    return file_text(store, wanted, header_of(raw)).encode("utf-8")  # in brackets, for example: it is written anew


def with_changed(store: Store[F, R], raw: bytes, path: str, changed: Mapping[int, R]) -> bytes:
    """Return a file in which some rows say something else, by their numbers, each on a line of its own."""
    before = read_file(store, raw, path)
    rows = tuple(changed.get(number, one) for number, one in enumerate(store.rows_of(before)))
    wanted = {**says(store, before), store.rows: rows}
    after = _with_changed_lines(store, raw, before, changed)
    if after is not None and says(store, read_file(store, after, path)) == wanted:
        return after
    return file_text(store, wanted, header_of(raw)).encode("utf-8")


def appended(store: Store[F, R], root: Path, stem: str, rows: Sequence[R], held: Mapping[str, bytes]) -> FileChange:
    """Return a file such as values/receipts/2026-11, with more rows. Where it is written in a way that they cannot be
    added to, or too long, they go to another file beside it. `held` are files that are changed already, by their
    paths. Raises RefusedError if there is none that they can go to."""
    for number in range(1, 100):
        path = f"{stem}{f'-{number}' if number > 1 else ''}.yml"
        before = store.content(root, path)
        now = held.get(path, before)
        after = with_rows(store, now, path, rows) if now or not (root / path).exists() else None
        if after is not None:
            return FileChange(path, before, after)
    raise RefusedError(store.unwritable.at(Source(f"{stem}.yml"), given=f"{stem}.yml"))


def _key_line(store: Store[F, R], lines: Sequence[str]) -> int | None:
    key = re.compile(rf"\ufeff?{store.rows}:[ \t]*(\[[ \t]*\])?[ \t]*(#.*)?\r?")
    return next((at for at, line in enumerate(lines) if key.fullmatch(line)), None)


def _end_of(lines: Sequence[str], key: int) -> tuple[int, str]:
    """Return the line after the last of a list, from 0, and the spaces before its dashes."""
    end, indent = key + 1, ""
    for at in range(key + 1, len(lines)):
        line = lines[at]
        item = _ITEM.match(line)
        if line.strip() and not line.startswith("#"):
            if not item and line[:1] not in " \t":
                break
            end = at + 1
            indent = indent or (f"{item[1]} " if item else "")
    return end, indent[:-1] if indent else "  "


def _ranges(store: Store[F, R], lines: Sequence[str], before: F, key: int) -> list[tuple[int, int]]:
    """Return the first line of each row, and the one after its last, from 0."""
    starts = [before.at(store.rows, number).line - 1 for number in range(len(store.rows_of(before)))]
    found = []
    for first, end in zip(starts, [*starts[1:], _end_of(lines, key)[0]], strict=True):
        last = end
        while last > first + 1 and _is_note(lines[last - 1]):
            last -= 1
        found.append((first, last))
    return found


def _with_changed_lines(store: Store[F, R], raw: bytes, before: F, changed: Mapping[int, R]) -> bytes | None:
    lines, key = _lines_and_key(store, raw)
    if key is None:
        return None
    for number, (first, last) in reversed(list(enumerate(_ranges(store, lines, before, key)))):
        if number in changed:
            item = _ITEM.match(lines[first])
            if item is None:
                return None
            end = "\r" if lines[first].endswith("\r") else ""
            lines[first:last] = [f"{item[1]}- {store.lists[store.rows](changed[number])}{end}"]
    return "\n".join(lines).encode("utf-8")


def _lines_and_key(store: Store[F, R], raw: bytes) -> tuple[list[str], int | None]:
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return [], None
    return lines, _key_line(store, lines)


def _without_lines(store: Store[F, R], raw: bytes, before: F, gone: Collection[int]) -> bytes | None:
    lines, key = _lines_and_key(store, raw)
    if key is None:
        return None
    ranges = _ranges(store, lines, before, key)
    dropped: set[int] = set()
    for number in gone:
        first, last = ranges[number]
        while first - 1 > key and lines[first - 1].strip().startswith("#"):
            first -= 1
        dropped.update(range(first, last))
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped).encode("utf-8")


def _is_note(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")
