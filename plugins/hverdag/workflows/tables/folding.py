"""Folds rows older than 24 months into counts: the rows and their words are deleted, and what they counted stays in
folded.yml beside them in git."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from ...model.declared import Declared, Placed
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import is_kept, kept_from
from ...pipeline.read import ReadPublication
from ...publish.private_files import require_private
from .lines import file_text, header_of, read_file, says, without_rows
from .marks import with_marks
from .mending import Aged, aged
from .store import FileChange, Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)


@dataclass(frozen=True)
class Fold(Generic[F, R]):
    """What is to be folded: the rows in git that go, how many rows go with their words from private/, the first day
    that is kept, and the files that change. `aged` are those of them with rows to mend."""

    store: Store[F, R]
    root: Path
    old: tuple[R, ...]
    words: int
    kept_from: date
    changes: tuple[FileChange, ...]
    aged: tuple[Aged, ...] = ()

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        self.store.write(self.root, self.changes)
        for one in self.aged:
            if one.change.after:
                os.utime(self.root / one.change.path, ns=(one.written, one.written))


@dataclass(frozen=True)
class Folding(Generic[F, R]):
    """How one kind of rows is folded: the day of a row, and the counts of a file with those of old rows added, by the
    names of its lists."""

    store: Store[F, R]
    day_of: Callable[[R], date | None]
    counted: Callable[[F, Sequence[R], date], Mapping[str, Sequence[object]]]

    def plan(self, publication: ReadPublication, rows: Iterable[R], today: date, header: str) -> Fold[F, R]:
        """Plan the folding of those of the rows in git that are old. `header` begins the file of counts, where it is
        not there yet. Raises RefusedError if rows cannot be read."""
        store, root, handbook = self.store, publication.root, publication.handbook
        require_private(root, store.name)
        store.refuse_faulty(publication)
        old = tuple(one for one in rows if self._is_old(one, today))
        private = [
            found for path, raw, file in store.private_files(root) for found in self._shorter(path, raw, file, today)
        ]
        public = {
            change.path: change
            for file in handbook.data_of(store.model)
            for change, _ in self._shorter(file.path, store.content(root, file.path), file, today)
        }
        counts = [self._counts(root, old, header, public, today)] if old else []
        of_mending = tuple(aged(store, root, handbook.settings.language, today))
        marks = with_marks(store, root, {}, today)
        changes = [*counts, *public.values(), *(change for change, _ in private), *(one.change for one in of_mending)]
        changes += [marks] if marks.before != marks.after else []
        words = sum(number for _, number in private) + sum(one.rows for one in of_mending)
        return Fold(store, root, old, words, kept_from(today), tuple(changes), of_mending)

    def _shorter(self, path: str, raw: bytes, file: F, today: date) -> Iterator[tuple[FileChange, int]]:
        """Yield a file without its old rows, and how many go; nothing where there are none."""
        gone = [number for number, one in enumerate(self.store.rows_of(file)) if self._is_old(one, today)]
        if gone:
            yield FileChange(path, raw, without_rows(self.store, raw, path, gone)), len(gone)

    def _is_old(self, one: R, today: date) -> bool:
        """Return True if a row is to be folded. One from before there was anything to count is a slip of the pen, as
        0206, and waits to be mended."""
        day = self.day_of(one)
        return day is not None and day >= EARLIEST and not is_kept(day, today)

    def _counts(
        self, root: Path, old: Sequence[R], header: str, public: dict[str, FileChange], today: date
    ) -> FileChange:
        """Return the file of counts with those of old rows added. If it held old rows itself, it is taken out of
        `public`, the files without old rows."""
        path = f"{self.store.folder}folded.yml"
        shorter = public.pop(path, None)
        before = shorter.before if shorter else self.store.content(root, path)
        held = read_file(self.store, shorter.after if shorter else before, path)
        after = {**says(self.store, held), **self.counted(held, old, today)}
        lines = header_of(before) or [f"# {line}" for line in header.splitlines()]
        return FileChange(path, before, file_text(self.store, after, lines).encode("utf-8"))
