"""What takes time to make is kept between builds, in files named by everything that it was made from."""

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
"""What no build has asked for in so long is thrown out."""

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
"""How each kind of file begins, and what is in its last bytes."""


def cache_folder() -> Path:
    """Return where things are kept between builds: HVERDAG_CACHE, or the user's own cache."""
    return Path(os.environ.get("HVERDAG_CACHE") or platformdirs.user_cache_dir("hverdag"))


def is_kept(path: str | None) -> bool:
    """Whether a path lies in the cache."""
    return path is not None and Path(path).is_relative_to(cache_folder())


def keep(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all. Returns whether it was written; where the cache cannot be, work goes on."""
    written = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as opened:
            written = opened.name
            opened.write(content)
        Path(written).chmod(0o644)  # the cache may be shared, and a temporary file is its owner's alone
        Path(written).replace(path)
    except OSError:
        if written:
            with suppress(OSError):
                Path(written).unlink()
        return False
    return True


class CacheStore:
    """A folder of the cache. Each file's name holds a digest of what it was made from, and its size in bytes: one that
    was cut short, or that someone else has written over, is as good as none.

    Files lie in folders named by the first two letters of their digest, and each is read when it is first asked of:
    what a build costs does not grow with what others have put here.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._read: dict[str, dict[str, Path]] = {}

    def _shard(self, digest: str) -> dict[str, Path]:
        """The sound files whose digests begin as this one does. What no one has asked for in a long time goes out."""
        name = digest[:_LETTERS]
        if name not in self._read:
            self._read[name] = {}
            with suppress(OSError), os.scandir(self._folder / name) as entries:
                for entry in entries:
                    with suppress(OSError, ValueError):
                        self._look_at(entry, self._read[name])
        return self._read[name]

    def _look_at(self, entry: "os.DirEntry[str]", held: dict[str, Path]) -> None:
        key, size, ending = entry.name.split(".")
        status = entry.stat(follow_symlinks=False)
        age = time.time() - status.st_mtime
        whole = entry.is_file(follow_symlinks=False) and status.st_size == int(size) and os.access(entry.path, os.R_OK)
        if age > DAYS * _DAY or not whole:
            Path(entry.path).unlink()
        elif ending == self._ending:
            held[key] = Path(entry.path)

    def find(self, recipe: str) -> Path | None:
        """Return the file that was made from a recipe, if it is here; that someone asked for it is noted once a day."""
        digest = _digest(recipe)
        found = self._shard(digest).get(digest)
        if found and not _is_whole(found, self._ending):
            del self._shard(digest)[digest]
            return None
        if found:
            with suppress(OSError):
                if time.time() - found.stat().st_mtime > _DAY:
                    os.utime(found)
        return found

    def put(self, recipe: str, content: bytes) -> Path | None:
        """Keep a file; None where the cache cannot be written, or cannot be read afterwards."""
        digest = _digest(recipe)
        path = self._folder / digest[:_LETTERS] / f"{digest}.{len(content)}.{self._ending}"
        if not keep(path, content):
            return None
        self._shard(digest)[digest] = path
        return path


def _is_whole(path: Path, ending: str) -> bool:
    """Whether a file begins and ends as its kind does: after a power cut, one may be the right size and all zeros."""
    first, last = _ENDS.get(ending, (b"", b""))
    try:
        with path.open("rb") as opened:
            begins = opened.read(len(first)) == first
            opened.seek(-min(_TAIL, path.stat().st_size), os.SEEK_END)
            return begins and last in opened.read()
    except OSError:
        return False


def _digest(recipe: str) -> str:
    return hashlib.sha256(recipe.encode()).hexdigest()
