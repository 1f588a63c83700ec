"""Which rows have been taken in: a day and a mark for each, in private/receipts/taken-in.txt. The next export of a form
holds all of them again, and what an editor has mended or deleted since must not come back with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from ...model.uptake.receipts import is_kept
from .files import PRIVATE, FileChange, content

PATH = f"{PRIVATE}taken-in.txt"
_LENGTH = 16


def mark_of(cells: Iterable[tuple[str, str]]) -> str:
    """Return the mark of a row, by the ids of its columns and the texts of its cells. Empty ones make no difference."""
    text = "\x1f".join(f"{id}={cell}" for id, cell in cells if cell)
    return sha256(text.encode()).hexdigest()[:_LENGTH]


def is_mark(text: str) -> bool:
    """Return True if a text is the mark of a row."""
    return len(text) == _LENGTH and not text.strip("0123456789abcdef")


def taken_in(root: Path) -> dict[str, date]:
    """Return the day of each row that has been taken in, by its mark."""
    found = {}
    for line in content(root, PATH).decode("utf-8", "replace").splitlines():
        day, _, mark = line.strip().partition(" ")
        try:
            found[mark] = date.fromisoformat(day)
        except ValueError:
            continue
    return found


def with_marks(root: Path, new: Mapping[str, date], today: date) -> FileChange:
    """Return the file with more marks in it, and without those of days that no receipt is kept of."""
    kept = {mark: day for mark, day in {**taken_in(root), **new}.items() if is_kept(day, today)}
    lines = (f"{day} {mark}\n" for mark, day in sorted(kept.items(), key=lambda one: (one[1], one[0])))
    return FileChange(PATH, content(root, PATH), "".join(lines).encode())
