"""Output that is slow to make, kept between builds in files named by a digest of all their inputs."""

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import platformdirs

from ...model.problem import Level, Rule

LOST = Rule(
    "cache-lost",
    Level.ERROR,
    "A file that is kept between builds was deleted while the handbook was being built.",
    "Build again.",
    """Two builds at once, of which one deleted what the other had just found: a story that was withdrawn, say.
""",
)
RULES = (LOST,)

DAYS = 60
"""A file that no build has used for so many days is deleted."""

_DAY = 24 * 60 * 60
_LETTERS = 2
_TAIL = 64
_ENDS = {
    "pdf": (b"%PDF-", b"%%EOF"),
    "png": (b"\x89PNG", b"IEND"),
    "jpg": (b"\xff\xd8", b"\xff\xd9"),
    "webp": (b"RIFF", b""),
    "docx": (b"PK\x03\x04", b"PK\x05\x06"),
    "woff2": (b"wOF2", b""),
    "json": (b"[", b"]"),
}
"""The bytes that each kind of file begins with, and those that its last `_TAIL` bytes contain."""


def cache_folder() -> Path:
    """Return the folder of the cache: the environment variable HVERDAG_CACHE, or a folder in the user's own cache."""
    return Path(os.environ.get("HVERDAG_CACHE") or platformdirs.user_cache_dir("hverdag"))


def is_kept(path: str | None) -> bool:
    """Return True if a path is in the cache."""
    return path is not None and Path(path).is_relative_to(cache_folder())


def keep(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, and return True if it was written. A failure is not an error: the cache is
    optional."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            temporary = stream.name
            stream.write(content)
        Path(temporary).chmod(0o644)  # the cache may be shared, and only its owner can read a temporary file
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        return False
    return True


class CacheStore:
    """A folder of the cache, whose files all have one ending.

    A file's name is the digest of its recipe and its size in bytes; a file of another size was cut short or
    overwritten, and is deleted. Files are in subfolders named by the first two letters of their digest. A subfolder is
    listed when it is first needed, so a build does not slow down with the number of files that other builds have
    stored.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._read: dict[str, dict[str, Path]] = {}

    def _shard(self, digest: str) -> dict[str, Path]:
        """Return the undamaged files whose digests begin with the same letters; unused and damaged ones are deleted."""
        name = digest[:_LETTERS]
        if name not in self._read:
            self._read[name] = {}
            with suppress(OSError), os.scandir(self._folder / name) as entries:
                for entry in entries:
                    with suppress(OSError, ValueError):
                        self._add_entry(entry, self._read[name])
        return self._read[name]

    def _add_entry(self, entry: "os.DirEntry[str]", shard: dict[str, Path]) -> None:
        key, size, ending = entry.name.split(".")
        status = entry.stat(follow_symlinks=False)
        age = time.time() - status.st_mtime
        whole = entry.is_file(follow_symlinks=False) and status.st_size == int(size) and os.access(entry.path, os.R_OK)
        if age > DAYS * _DAY or not whole:
            Path(entry.path).unlink()
        elif ending == self._ending:
            shard[key] = Path(entry.path)

    def find(self, recipe: str) -> Path | None:
        """Return the file that was made from a recipe, or None. Its time of modification is updated, at most once a
        day, to show that it is in use."""
        digest = _digest(recipe)
        path = self._shard(digest).get(digest)
        if path and not _is_whole(path, self._ending):
            del self._shard(digest)[digest]
            return None
        if path:
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _DAY:
                    os.utime(path)
        return path

    def put(self, recipe: str, content: bytes) -> Path | None:
        """Store a file and return its path, or None if the cache cannot be written."""
        digest = _digest(recipe)
        path = self._folder / digest[:_LETTERS] / f"{digest}.{len(content)}.{self._ending}"
        if not keep(path, content):
            return None
        self._shard(digest)[digest] = path
        return path


def _is_whole(path: Path, ending: str) -> bool:
    """Return True if a file begins and ends as its kind does: after a power cut, one may have its size but hold
    zeros."""
    start, end = _ENDS.get(ending, (b"", b""))
    try:
        with path.open("rb") as stream:
            has_start = stream.read(len(start)) == start
            stream.seek(-min(_TAIL, path.stat().st_size), os.SEEK_END)
            return has_start and end in stream.read()
    except OSError:
        return False


def _digest(recipe: str) -> str:
    return hashlib.sha256(recipe.encode()).hexdigest()
