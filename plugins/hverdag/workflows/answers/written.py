"""What each file of counts said when it was written, in private/counts/.

A file that somebody deletes, so as to count again, comes back as it was. Otherwise 41 who took part would become 49,
and the difference would be those of one workplace.
"""

from dataclasses import dataclass
from pathlib import Path

from ...model.uptake.counts import CountFile, CountKind
from ...model.uptake.freezing import Frozen
from ...publish.private_files import FOLDER
from ..source_files import Replacement
from .store import read_whole

WRITTEN = "counts"
"""The folder in private/. It holds nothing but what was published."""


@dataclass(frozen=True)
class Written:
    """A file of counts as it was written: its bytes, and its rows by what is counted in it."""

    content: bytes
    frozen: dict[CountKind, Frozen]


def written_before(root: Path, name: str) -> Written | None:
    """Return what a file of counts said; None if it was never written. Raises RefusedError if that cannot be read."""
    raw, file = read_whole(root, _path(name), CountFile)
    rows = {kind: [row for row in file.rows if row.count == kind] for kind in CountKind}
    return Written(raw, {kind: Frozen(found, counted=True) for kind, found in rows.items() if found}) if raw else None


def remembered(root: Path, name: str, content: bytes) -> Replacement:
    """Return the change that remembers a file of counts."""
    return Replacement(root / _path(name), b"", content, 0o600)


def _path(name: str) -> str:
    return f"{FOLDER}/{WRITTEN}/{name}.yml"
