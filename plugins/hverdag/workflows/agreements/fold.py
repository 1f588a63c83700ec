"""Folds agreements older than 24 months into counts: the agreements and their words are deleted, and what they counted
stays in values/agreements/folded.yml."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...model.uptake.agreements import (
    FOLDER,
    AgreedBefore,
    Agreement,
    AgreementFile,
    FoldedAgreements,
    agreements,
    is_overdue,
    reviewed_on,
)
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import is_kept, kept_from, month_of
from ...pipeline.read import ReadPublication
from ...publish.private_files import require_private
from ..tables.lines import file_text, header_of, read_file, says, without_rows
from ..tables.marks import with_marks
from ..tables.mending import Aged, aged
from ..tables.store import FileChange
from .store import NAME, STORE

PATH = f"{FOLDER}folded.yml"
_COUNTS = ("made", "due", "kept", "changed", "dropped")


@dataclass(frozen=True)
class Fold:
    """What is to be folded: the agreements that go, how many rows go with their words from private/wordings/, the first
    day that is kept, and the files that change. `aged` are those of them with rows to mend."""

    root: Path
    old: tuple[Agreement, ...]
    words: int
    kept_from: date
    changes: tuple[FileChange, ...]
    aged: tuple[Aged, ...] = ()

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        STORE.write(self.root, self.changes)
        for one in self.aged:
            if one.change.after:
                os.utime(self.root / one.change.path, ns=(one.written, one.written))


def plan_fold(publication: ReadPublication, today: date, header: str) -> Fold:
    """Plan the folding of old agreements. `header` begins the file of counts, where it is not there yet. Raises
    RefusedError if agreements cannot be read."""
    require_private(publication.root, NAME)
    STORE.refuse_faulty(publication)
    root, handbook = publication.root, publication.handbook
    old = tuple(one for one in agreements(handbook) if _is_old(one, today))
    private = [found for path, raw, file in STORE.private_files(root) for found in _shorter(path, raw, file, today)]
    public = {
        change.path: change
        for file in handbook.data_of(AgreementFile)
        for change, _ in _shorter(file.path, STORE.content(root, file.path), file, today)
    }
    counts = [_counts(root, old, header, public.pop(PATH, None), today)] if old else []
    of_mending = tuple(aged(STORE, root, handbook.settings.language, today))
    marks = with_marks(STORE, root, {}, today)
    changes = [*counts, *public.values(), *(change for change, _ in private), *(one.change for one in of_mending)]
    changes += [marks] if marks.before != marks.after else []
    words = sum(number for _, number in private) + sum(one.rows for one in of_mending)
    return Fold(root, old, words, kept_from(today), tuple(changes), of_mending)


def _shorter(path: str, raw: bytes, file: AgreementFile, today: date) -> Iterator[tuple[FileChange, int]]:
    """Yield a file without its old agreements, and how many go; nothing where there are none."""
    gone = [number for number, one in enumerate(file.agreements) if _is_old(one, today)]
    if gone:
        yield FileChange(path, raw, without_rows(STORE, raw, path, gone)), len(gone)


def _is_old(one: Agreement, today: date) -> bool:
    """Return True if an agreement is to be folded. One from before there was anything to count is a slip of the pen, as
    0206, and waits to be mended."""
    return one.date is not None and one.date >= EARLIEST and not is_kept(one.date, today)


def _counts(root: Path, old: Sequence[Agreement], header: str, shorter: FileChange | None, today: date) -> FileChange:
    """Return the file of counts with those of old agreements added. `shorter` is the same file without old agreements,
    if it held any."""
    before = shorter.before if shorter else STORE.content(root, PATH)
    held = read_file(STORE, shorter.after if shorter else before, PATH)
    after = {
        **says(STORE, held),
        "folded": tuple(folded(held.folded, old, today)),
        "reached": tuple(reached(held.reached, old, today)),
    }
    lines = header_of(before) or [f"# {line}" for line in header.splitlines()]
    return FileChange(PATH, before, file_text(STORE, after, lines).encode("utf-8"))


def folded(held: Sequence[FoldedAgreements], old: Sequence[Agreement], today: date) -> Iterator[FoldedAgreements]:
    """Yield what agreements come to, month by month, with what was folded before: each is counted in the month that it
    was made in, and in the month that it was looked at, or was to be."""
    counts: dict[str, Counter[str]] = {}
    for row in held:
        counts.setdefault(row.month, Counter()).update({name: getattr(row, name) for name in _COUNTS})
    for one in old:
        if one.date:
            counts.setdefault(month_of(one.date), Counter())["made"] += 1
        day = reviewed_on(one, today) or (one.review if is_overdue(one, today) else None)
        if day:
            found = counts.setdefault(month_of(day), Counter())
            found["due"] += 1
            if one.result:
                found[one.result.value] += 1
    for month, found in sorted(counts.items()):
        yield FoldedAgreements(month=month, **{name: found[name] for name in _COUNTS})


def reached(held: Sequence[AgreedBefore], old: Sequence[Agreement], today: date) -> Iterator[AgreedBefore]:
    """Yield the first months of each workplace: with an agreement, and with one that it looked at again."""
    rows = [(row.workplace, row.month, row.reviewed_month) for row in held]
    for one in old:
        day = reviewed_on(one, today)
        rows.append((one.workplace, month_of(one.date) if one.date else "", month_of(day) if day else ""))
    made: dict[str, str] = {}
    reviewed: dict[str, str] = {}
    for id, month, reviewed_month in rows:
        for found, first in ((made, month), (reviewed, reviewed_month)):
            if first:
                found[id] = min(found.get(id, first), first)
    for id in sorted(made):
        row = AgreedBefore(workplace=id, month=made[id])
        yield row.model_copy(update={"reviewed_month": reviewed[id]}) if id in reviewed else row
