"""The CSV files with rows that have faults: ret-*.csv, or mend-*.csv, beside the words of the others in private/. They
hold words too, so they are kept no longer than any."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from ...model.csv_text import csv_bytes
from ...model.declared import Declared, Placed
from ...model.language import Language
from ...model.problem import Source
from ...model.slug import slug
from ...model.uptake.receipts import is_kept
from ...parse.csv_file import Cells, csv_text, rows_of, without_marker
from ...parse.csv_table import Table, read_table
from ...parse.csv_values import parse_day
from ..story_file import RefusedError
from .store import FileChange, Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)

FAULTS: Mapping[Language, str] = {Language.DANISH: "Fejl", Language.ENGLISH: "Faults"}
"""The heading of what is wrong."""

_STARTS: Mapping[Language, str] = {Language.DANISH: "ret-", Language.ENGLISH: "mend-"}
"""What the name of a file begins with."""


@dataclass(frozen=True)
class Aged:
    """A file that loses its old rows: how many, and when it was last written, which stays as it is: rows without a day
    grow old with it."""

    change: FileChange
    rows: int
    written: int


def to_mend(
    store: Store[F, R], root: Path, name: str, language: Language, rows: Sequence[Sequence[str]]
) -> FileChange | None:
    """Return the CSV file with the rows of a file that have faults; the one of an earlier run is deleted when nothing
    is wrong any longer. None if there is neither."""
    start = _STARTS[language]
    path = f"{store.private}{start}{slug(name).removeprefix(start) or 'csv'}.csv"
    before = store.content(root, path)
    after = csv_bytes(rows) if rows else b""
    return FileChange(path, before, after) if before or after else None


def without_faults(table: Table) -> Table:
    """Return a table that does not tell that its column of faults is left out: it was for whoever mended it."""
    return replace(table, dropped=tuple(name for name in table.dropped if name not in FAULTS.values()))


def aged(store: Store[F, R], root: Path, language: Language, today: date) -> Iterator[Aged]:
    """Yield each file that has rows older than 24 months, without them. A file that nobody has written in for as long
    goes whole. Raises RefusedError if one cannot be read: nobody knows how old its rows are."""
    columns = store.columns(language)
    for file in sorted((root / store.private).glob("*.csv")):
        if not file.name.startswith(tuple(_STARTS.values())):
            continue
        path, written = f"{store.private}{file.name}", file.lstat().st_mtime_ns
        raw = store.content(root, path)
        if not is_kept(datetime.fromtimestamp(written / 1e9, UTC).date(), today):
            yield Aged(FileChange(path, raw, b""), max(1, len(read_table(raw, columns).rows)), written)
            continue
        after, gone = _without_old(store, raw, path, language, today)
        if gone:
            yield Aged(FileChange(path, raw, after), gone, written)


def _without_old(store: Store[F, R], raw: bytes, path: str, language: Language, today: date) -> tuple[bytes, int]:
    """Return a file without its old rows, and how many those are; nothing if no row is left in it."""
    table = read_table(raw, store.columns(language), path)
    if not table.rows and any(problem.is_error for problem in table.problems):
        raise RefusedError(store.mend_faulty.at(Source(path), given=path))
    days = {row.number: parse_day(row["date"]) for row in table.rows}
    gone = {number for number, day in days.items() if day and not is_kept(day, today)}
    if not gone:
        return raw, 0
    cells = [one for one in _cells(raw, path, table) if not one.is_empty]
    head = next(at for at, one in enumerate(cells) if set(table.headings.values()) <= set(one.texts))
    kept = [one.texts for one in cells[head + 1 :] if one.number not in gone]
    return csv_bytes([*(one.texts for one in cells[: head + 1]), *kept]) if kept else b"", len(gone)


def _cells(raw: bytes, path: str, table: Table) -> list[Cells]:
    text, _ = csv_text(raw, path)
    rows, _ = rows_of(without_marker(text)[0], path, table.delimiter)
    return rows
