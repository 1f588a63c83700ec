"""Which rows have been taken in: a day and a mark for each, in taken-in.txt beside their words in private/. The next
export of a form holds all of them again, and what an editor has mended or deleted since must not come back with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from ...model.declared import Declared, Placed
from ...model.language import Language
from ...model.uptake.receipts import is_kept
from ...parse.csv_headings import Column
from .store import FileChange, Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)

MARK = Column("mark", ("Rækkens mærke", "Mark of the row"), required=False, is_own=True)
"""The column of a file with rows to mend that holds their marks."""
_NAME = "taken-in.txt"
_LENGTH = 16


def mark_of(cells: Iterable[tuple[str, str]]) -> str:
    """Return the mark of a row, by the ids of its columns and the texts of its cells. Empty ones make no difference."""
    text = "\x1f".join(f"{id}={cell}" for id, cell in cells if cell)
    return sha256(text.encode()).hexdigest()[:_LENGTH]


def is_mark(text: str) -> bool:
    """Return True if a text is the mark of a row."""
    return len(text) == _LENGTH and not text.strip("0123456789abcdef")


def mark_heading(language: Language) -> str:
    """Return the heading of the marks of rows."""
    return MARK.labels[0 if language is Language.DANISH else 1]


def taken_in(store: Store[F, R], root: Path) -> dict[str, date]:
    """Return the day of each row that has been taken in, by its mark."""
    found = {}
    for line in store.content(root, f"{store.private}{_NAME}").decode("utf-8", "replace").splitlines():
        day, _, mark = line.strip().partition(" ")
        try:
            found[mark] = date.fromisoformat(day)
        except ValueError:
            continue
    return found


def with_marks(store: Store[F, R], root: Path, new: Mapping[str, date], today: date) -> FileChange:
    """Return the file with more marks in it, and without those of days that nothing is kept of."""
    kept = {mark: day for mark, day in {**taken_in(store, root), **new}.items() if is_kept(day, today)}
    lines = (f"{day} {mark}\n" for mark, day in sorted(kept.items(), key=lambda one: (one[1], one[0])))
    path = f"{store.private}{_NAME}"
    return FileChange(path, store.content(root, path), "".join(lines).encode())
