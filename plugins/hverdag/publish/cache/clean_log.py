"""Which files were looked into before, and nothing was found in them."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .store import keep


class CleanLog:
    """Notes of files, by what tells their contents apart. Only what was asked for or added is noted again, so that the
    notes grow no longer than the site. Where they cannot be read or written, everything is looked into anew."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.txt"
        self._held: frozenset[str] = frozenset()
        self._used: set[str] = set()
        with suppress(OSError, UnicodeDecodeError):
            self._held = frozenset(self._path.read_text("ascii").split("\n"))

    def __enter__(self) -> "CleanLog":
        return self

    def __exit__(self, *error: object) -> None:
        if self._used != self._held:
            keep(self._path, "\n".join(sorted(self._used)).encode("ascii"))

    def has(self, key: str) -> bool:
        """Whether nothing was found in a file before."""
        if key in self._held:
            self._used.add(key)
        return key in self._held

    def add(self, key: str) -> None:
        """Note that nothing was found in a file."""
        self._used.add(key)

    def add_all(self, keys: Iterable[str]) -> None:
        """Note the same of many."""
        self._used.update(keys)
