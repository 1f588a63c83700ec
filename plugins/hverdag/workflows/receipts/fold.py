"""Folds receipts older than 24 months into counts: the receipts and their sentences are deleted, and what they counted
stays in values/receipts/folded.yml."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...model.handbook import Handbook
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import (
    FOLDER,
    FoldedMonth,
    Reached,
    Receipt,
    ReceiptFile,
    is_kept,
    kept_from,
    month_of,
    receipts,
)
from ...pipeline.read import ReadPublication
from ...publish.private_files import require_private
from .files import NAME, FileChange, content, private_files, refuse_faulty, write_changes
from .lines import file_text, header_of, read_receipts, without_rows
from .taken_in import with_marks
from .to_mend import Aged, aged

PATH = f"{FOLDER}folded.yml"


@dataclass(frozen=True)
class Fold:
    """What is to be folded: the receipts that go, how many rows go with their sentences from private/receipts/, the
    first day that is kept, and the files that change. `aged` are those of them with rows to mend."""

    root: Path
    old: tuple[Receipt, ...]
    sentences: int
    kept_from: date
    changes: tuple[FileChange, ...]
    aged: tuple[Aged, ...] = ()

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        write_changes(self.root, self.changes)
        for one in self.aged:
            if one.change.after:
                os.utime(self.root / one.change.path, ns=(one.written, one.written))


def plan_fold(publication: ReadPublication, today: date, header: str) -> Fold:
    """Plan the folding of old receipts. `header` begins the file of counts, where it is not there yet. Raises
    RefusedError if receipts cannot be read."""
    require_private(publication.root, NAME)
    refuse_faulty(publication)
    root, handbook = publication.root, publication.handbook
    old = tuple(one for one in receipts(handbook) if _is_old(one, today))
    private = list(_private(root, today))
    shorter = {path: change for change in _shorter(root, handbook, today) if (path := change.path)}
    counts = _counts(root, old, header, shorter.pop(PATH, None)) if old else []
    of_mending = tuple(aged(root, handbook.settings.language, today))
    sentences = sum(number for _, number in private) + sum(one.rows for one in of_mending)
    changes = (*(change for change, _ in private), *(one.change for one in of_mending))
    marks = with_marks(root, {}, today)
    changes += (marks,) if marks.before != marks.after else ()
    return Fold(root, old, sentences, kept_from(today), (*counts, *shorter.values(), *changes), of_mending)


def _shorter(root: Path, handbook: Handbook, today: date) -> Iterator[FileChange]:
    """Yield each file of receipts without the old ones."""
    for file in handbook.data_of(ReceiptFile):
        gone = _old(file, today)
        if gone:
            raw = content(root, file.path)
            yield FileChange(file.path, raw, without_rows(raw, file.path, gone))


def _private(root: Path, today: date) -> Iterator[tuple[FileChange, int]]:
    """Yield each file of sentences without the old ones, and how many go."""
    for path, raw, file in private_files(root):
        gone = _old(file, today)
        if gone:
            yield FileChange(path, raw, without_rows(raw, path, gone)), len(gone)


def _old(file: ReceiptFile, today: date) -> list[int]:
    return [number for number, one in enumerate(file.receipts) if _is_old(one, today)]


def _is_old(one: Receipt, today: date) -> bool:
    """Return True if a receipt is to be folded. One from before there was anything to count is a slip of the pen, as
    0206, and waits to be mended."""
    return one.date is not None and one.date >= EARLIEST and not is_kept(one.date, today)


def _counts(root: Path, old: Sequence[Receipt], header: str, shorter: FileChange | None) -> list[FileChange]:
    """Return the file of counts with those of old receipts added. `shorter` is the same file without old receipts, if
    it held any."""
    before = shorter.before if shorter else content(root, PATH)
    held = read_receipts(shorter.after if shorter else before, PATH)
    after = ReceiptFile(
        receipts=held.receipts,
        folded=tuple(_folded(held.folded, old)),
        reached=tuple(_reached(held.reached, old)),
    )
    lines = header_of(before) or [f"# {line}" for line in header.splitlines()]
    return [FileChange(PATH, before, file_text(after, lines).encode("utf-8"))]


def _folded(held: Sequence[FoldedMonth], old: Sequence[Receipt]) -> Iterator[FoldedMonth]:
    counts: dict[tuple[str, str], int] = {}
    for row in held:
        counts[row.month, row.tool] = counts.get((row.month, row.tool), 0) + row.receipts
    for one in old:
        month = month_of(one.date) if one.date else ""
        counts[month, one.tool] = counts.get((month, one.tool), 0) + 1
    for (month, tool), number in sorted(counts.items()):
        yield FoldedMonth(month=month, tool=tool, receipts=number)


def _reached(held: Sequence[Reached], old: Sequence[Receipt]) -> Iterator[Reached]:
    """Yield the first months of each workplace: with any receipt, and with one for one of our tools."""
    first: dict[str, str] = {}
    of_tools: dict[str, str] = {}
    rows = [(row.workplace, row.month, row.tool_month) for row in held]
    for one in old:
        month = month_of(one.date) if one.date else ""
        rows += [(id, month, "" if one.is_own_way else month) for id in one.workplaces]
    for id, month, tool_month in rows:
        first[id] = min(first.get(id, month), month)
        if tool_month:
            of_tools[id] = min(of_tools.get(id, tool_month), tool_month)
    for id in sorted(first):
        reached = Reached(workplace=id, month=first[id])
        yield reached.model_copy(update={"tool_month": of_tools[id]}) if id in of_tools else reached
