"""The index of stories in the cache, so that every cached file that holds a withdrawn story can be deleted.

Each story has an index file with a line for each cached file that holds the story: its path in the cache. Lines are
only appended, and an index file is renamed before it is read and deleted, so that concurrent builds need no lock. One
that a killed build has renamed is read by the next.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

FOLDER = "stories"
WORDS = "words"
"""The folder in which earlier versions kept the words of all texts: a rare word may identify a withdrawn story."""

LONG = 30_000
"""Bytes: for each so many, an index file has lines of files that were deleted since, and is rewritten."""

_CACHE_FILE = re.compile(r"[a-z]+/[0-9a-f]{2}/[0-9a-f]{64}\.[0-9a-f]+\.[a-z0-9]+")
"""The path of a file in a CacheStore; no other file is deleted, whatever an index file lists."""

_ADDING = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class StoryIndex:
    """The index of one organisation's stories in a cache: another organisation may use the same codes."""

    cache: Path
    organisation: str

    def kept(self, path: Path | None, content: bytes, codes: Iterable[str]) -> Path | bytes:
        """Record that a cached file holds the stories with these codes, and return its path.

        If that cannot be recorded, the file is deleted and its content returned: no file may be in the cache that
        cannot be deleted with its stories.
        """
        if path is None or self.record(path, codes):
            return path or content
        with suppress(OSError):
            path.unlink()
        return content

    def all_kept(
        self, files: Mapping[str, bytes | Path], story_codes: Callable[[str], Iterable[str]]
    ) -> dict[str, bytes | Path]:
        """Do as `kept` for each file of the publication, by its path in it; content that is not in the cache is
        returned unchanged."""
        return {name: self._indexed(content, story_codes(name)) for name, content in files.items()}

    def _indexed(self, content: bytes | Path, codes: Iterable[str]) -> bytes | Path:
        if not isinstance(content, Path) or not content.is_relative_to(self.cache) or self.record(content, codes):
            return content
        return self.kept(content, content.read_bytes(), codes)

    def forget(self, codes: Iterable[str]) -> int:
        """Delete every cached file that holds one of these stories, and return the number of files deleted."""
        count = sum(self._forget_all(self._index_file(code)) for code in codes)
        if count:
            shutil.rmtree(self.cache / WORDS, ignore_errors=True)
        return count

    def record(self, path: Path, codes: Iterable[str]) -> bool:
        """Record that a file, which need not be there yet, holds the stories with these codes. Returns False if that
        cannot be recorded."""
        return self.record_all([(path, codes)])

    def record_all(self, codes_of: Iterable[tuple[Path, Iterable[str]]]) -> bool:
        """Do as `record` for several files, and read each story's index once."""
        paths_of: dict[str, list[Path]] = {}
        for path, codes in codes_of:
            for code in codes:
                paths_of.setdefault(code, []).append(path)
        try:
            for code, paths in paths_of.items():
                self._append(self._index_file(code), paths)
        except (OSError, UnicodeError):
            return False
        return True

    def _append(self, index: Path, paths: Iterable[Path]) -> None:
        index.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(index, _ADDING, 0o600), "r+", encoding="ascii", errors="replace") as stream:
            text = stream.read()
            known = set(text.splitlines())
            lines = [self._line(path) for path in paths]
            added = "".join(f"{line}\n" for line in lines if line not in known)
            stream.write(added)
        if len(text) // LONG < (len(text) + len(added)) // LONG:
            self._forget_all(index, lambda path: not path.exists())

    def _line(self, path: Path) -> str:
        return path.relative_to(self.cache).as_posix()

    def _forget_all(self, index: Path, unwanted: Callable[[Path], bool] = Path.is_file) -> int:
        """Do as `_forget` with an index, and with what a killed build has made of it."""
        return sum(self._forget(found, index, unwanted) for found in (index, *index.parent.glob(f"{index.name}.*")))

    def _forget(self, found: Path, index: Path, unwanted: Callable[[Path], bool]) -> int:
        """Delete the files in an index that `unwanted` returns True for, and keep the lines of all others. Lines that
        another build appends meanwhile go to a new index file. Returns the number of files deleted."""
        aside = index.with_name(f"{index.name}.{token_hex(8)}")
        try:
            found.replace(aside)
            lines = sorted(set(aside.read_text("ascii", "replace").splitlines()))
        except OSError:
            return 0
        paths = [self.cache / line for line in lines if _CACHE_FILE.fullmatch(line)]
        gone = [path for path in paths if unwanted(path) and _delete(path)]
        left = [f"{self._line(path)}\n" for path in paths if path not in gone and path.exists()]
        with suppress(OSError):
            if left:
                with os.fdopen(os.open(index, _ADDING, 0o600), "a", encoding="ascii") as stream:
                    stream.write("".join(left))
            aside.unlink()
        return len(gone)

    def _index_file(self, code: str) -> Path:
        name = sha256(f"{self.organisation}\0{code.casefold()}".encode()).hexdigest()
        return self.cache / FOLDER / name[:2] / f"{name}.txt"


def recorder(index: StoryIndex | None, codes: Iterable[str]) -> Callable[[Path], bool]:
    """Return what records, for a CacheStore, that a file holds the stories with these codes."""
    return lambda path: index is None or index.record(path, codes)


def _delete(path: Path) -> bool:
    """Delete a file, and return True if it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
