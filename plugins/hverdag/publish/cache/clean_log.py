"""The log of files that were examined before without a finding."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .store import keep


class CleanLog:
    """Log of clean files, by a key that identifies their content.

    Only keys that were asked for or added are saved, so the log grows no longer than the site; with `is_part`, of a run
    that asks for few of a site's files, those of the others too. If it cannot be read or written, every file is
    examined again.
    """

    def __init__(self, folder: Path, name: str, *, is_part: bool = False) -> None:
        self._path = folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.txt"
        self._known: frozenset[str] = frozenset()
        self._used: set[str] = set()
        with suppress(OSError, UnicodeDecodeError):
            if self._path.is_file():
                self._known = frozenset(filter(None, self._path.read_text("ascii").split("\n")))
        if is_part:
            self._used.update(self._known)

    def __enter__(self) -> "CleanLog":
        return self

    def __exit__(self, *error: object) -> None:
        if self._used != self._known:
            keep(self._path.parent.parent, self._path, "\n".join(sorted(self._used)).encode("ascii"))

    def has(self, key: str) -> bool:
        """Return True if the file with this key was examined before without a finding."""
        if key in self._known:
            self._used.add(key)
        return key in self._known

    def add(self, key: str) -> None:
        """Record that the file with this key is clean."""
        self._used.add(key)

    def add_all(self, keys: Iterable[str]) -> None:
        """Record that the files with these keys are clean."""
        self._used.update(keys)
