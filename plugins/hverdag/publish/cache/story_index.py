"""Which stories each file of the cache holds, so that what is kept of a story can be deleted when it must be forgotten.

For each story there is a list: a line for each file, by its path in the cache. Lines are only added, and a list is
moved aside before it is read for the last time, so that builds side by side need not wait for one another.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = "stories"
WORDS = "words"
"""The words of all texts, looked up: a rare one may be a withdrawn story's own."""

LONG = 30_000
"""Bytes: a list that long has lines of files that were thrown out since."""

_KEPT = re.compile(r"[a-z]+/[0-9a-f]{2}/[0-9a-f]{64}\.[0-9]+\.[a-z0-9]+")
"""A file on a shelf; nothing else is deleted, whatever a list says."""

_ADDING = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class StoryIndex:
    """What a cache knows of the stories of one organisation: another's may have the same codes."""

    cache: Path
    organisation: str

    def kept(self, path: Path | None, content: bytes, codes: Iterable[str]) -> Path | bytes:
        """Write down that a file of the cache holds stories, by their codes, and return it.

        Where that cannot be written, the file is deleted and its content returned: better made again than never
        forgotten.
        """
        if path is None or self._note(path, codes):
            return path or content
        with suppress(OSError):
            path.unlink()
        return content

    def all_kept(
        self, files: Mapping[str, bytes | Path], story_codes: Callable[[str], Iterable[str]]
    ) -> dict[str, bytes | Path]:
        """Do the same for files of the publication, by their paths in it, where they are kept in the cache."""
        return {name: self._noted(held, story_codes(name)) for name, held in files.items()}

    def _noted(self, held: bytes | Path, codes: Iterable[str]) -> bytes | Path:
        if not isinstance(held, Path) or not held.is_relative_to(self.cache) or self._note(held, codes):
            return held
        return self.kept(held, held.read_bytes(), codes)

    def forget(self, codes: Iterable[str]) -> int:
        """Delete every file that holds one of these stories, and return how many there were."""
        gone = sum(self._forget(self._place(code)) for code in codes)
        if gone:
            shutil.rmtree(self.cache / WORDS, ignore_errors=True)
        return gone

    def _note(self, path: Path, codes: Iterable[str]) -> bool:
        line = f"{path.relative_to(self.cache).as_posix()}\n"
        try:
            for code in codes:
                place = self._place(code)
                place.parent.mkdir(parents=True, exist_ok=True)
                with os.fdopen(os.open(place, _ADDING, 0o644), "r+", encoding="ascii", errors="replace") as opened:
                    lines = opened.readlines()
                    if line not in lines:
                        opened.write(line)
                if len(lines) * len(line) > LONG:
                    self._forget(place, lambda held: not held.exists())
        except (OSError, UnicodeError):
            return False
        return True

    def _forget(self, place: Path, wanted: Callable[[Path], bool] = Path.is_file) -> int:
        """Delete the files on a list that are wanted gone, and keep the lines of all others; what is added meanwhile
        is added to a new list."""
        aside = place.with_name(f"{place.name}.{os.getpid()}")
        try:
            place.replace(aside)
            lines = sorted(set(aside.read_text("ascii", "replace").splitlines()))
        except OSError:
            return 0
        listed = [self.cache / line for line in lines if _KEPT.fullmatch(line)]
        gone = [path for path in listed if wanted(path) and _delete(path)]
        for path in listed:
            if path not in gone and path.exists():
                self._add(place, path)
        with suppress(OSError):
            aside.unlink()
        return len(gone)

    def _add(self, place: Path, path: Path) -> None:
        with suppress(OSError), os.fdopen(os.open(place, _ADDING, 0o644), "a", encoding="ascii") as opened:
            opened.write(f"{path.relative_to(self.cache).as_posix()}\n")

    def _place(self, code: str) -> Path:
        name = sha256(f"{self.organisation}\0{code.casefold()}".encode()).hexdigest()
        return self.cache / FOLDER / name[:2] / f"{name}.txt"


def _delete(path: Path) -> bool:
    """Delete a file, and say whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
