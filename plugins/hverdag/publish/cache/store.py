"""Output that is slow to make, kept between builds in files named by a digest of all their inputs and one of their
content. A file is believed by what is in it, never by its name."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ...model.artifact import Artifact
from ...model.problem import Level, Rule
from ..work import workplace
from .folder import UNUSED, WORK, cache_folder

LOST = Rule(
    "cache-lost",
    Level.ERROR,
    "A file that is kept between builds was changed or deleted while the handbook was being built.",
    "Build again.",
    """Two builds at once, of which one deleted what the other had just found: a story that was withdrawn, say. Or
somebody has written in the cache meanwhile.
""",
)
RULES = (LOST, UNUSED)

DAYS = 60
"""A file that no build has used for so many days is deleted."""

SECONDS_A_DAY = 24 * 60 * 60
_LETTERS = 2


def is_kept(path: object) -> bool:
    """Return True if what an error names is a path in the cache."""
    return isinstance(path, str | os.PathLike) and Path(path).is_relative_to(cache_folder())


def keep(cache: Path, path: Path, content: bytes | bytearray) -> bool:
    """Write a file of a cache whole or not at all, for its user alone, and return True if it was written. A failure is
    not an error: the cache is optional."""
    temporary = None
    try:
        temporary = workplace(cache / WORK).run() / token_hex(8)
        temporary.touch(mode=0o600)
        temporary.write_bytes(content)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            if temporary:
                temporary.unlink()
        return False
    return True


def is_sound(path: Path, copy: Path | None = None) -> bool:
    """Return True if a file of the cache, or a copy of it, holds what was put there."""
    try:
        return hashlib.sha256((copy or path).read_bytes()).hexdigest() == path.name.split(".")[1]
    except (OSError, IndexError):
        return False


def is_changed(site: Path, artifacts: Iterable[Artifact]) -> bool:
    """Return True if a file of the cache was copied into a site, and the copy does not hold what was put there: it was
    changed after it was found."""
    cache = cache_folder()
    kept = ((artifact.path, artifact.content) for artifact in artifacts if isinstance(artifact.content, Path))
    copies = ((path, site / name) for name, path in kept if path.is_relative_to(cache))
    return any(copy.is_file() and not is_sound(path, copy) for path, copy in copies)


class CacheStore:
    """A folder of the cache, whose files all have one ending.

    A file's name is the digest of its recipe and the digest of its content; one that holds anything else is deleted.
    Files are in subfolders named by the first two letters of their digest. A subfolder is listed when it is first
    needed, so a build does not slow down with the number of files that other builds have stored.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._read: dict[str, dict[str, Path]] = {}

    def _shard(self, digest: str) -> dict[str, Path]:
        """Return the files whose digests begin with the same letters; those that nobody uses are deleted."""
        name = digest[:_LETTERS]
        if name not in self._read:
            self._read[name] = {}
            with suppress(OSError), os.scandir(self._folder / name) as entries:
                for entry in entries:
                    with suppress(OSError, ValueError):
                        self._add_entry(entry, self._read[name])
        return self._read[name]

    def _add_entry(self, entry: "os.DirEntry[str]", shard: dict[str, Path]) -> None:
        key, _, ending = entry.name.split(".")
        path = Path(entry.path)
        age = time.time() - entry.stat(follow_symlinks=False).st_mtime
        if age > DAYS * SECONDS_A_DAY or not entry.is_file(follow_symlinks=False):
            path.unlink()
        elif ending == self._ending:
            shard[key] = path
        if age < -SECONDS_A_DAY:  # the clock went wrong, and the file would stay for as long as that
            os.utime(path)

    def find(self, recipe: str) -> Path | None:
        """Return the file that was made from a recipe, or None. Its time of modification is updated, at most once a
        day, to show that it is in use. A file that does not hold what was put there is deleted."""
        digest = _digest(recipe)
        path = self._shard(digest).get(digest)
        if path is None:
            return None
        if not is_sound(path):
            del self._shard(digest)[digest]
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > SECONDS_A_DAY:
                os.utime(path)
        return path

    def put(self, recipe: str, content: bytes, record: Callable[[Path], bool] = lambda _: True) -> Path | None:
        """Store a file and return its path, or None if the cache cannot be written, or if `record` returns False for
        that path: it is asked first, so that no file is in the cache that it does not know."""
        digest = _digest(recipe)
        name = f"{digest}.{hashlib.sha256(content).hexdigest()}.{self._ending}"
        path = self._folder / digest[:_LETTERS] / name
        if not (record(path) and keep(self._folder.parent, path, content)):
            return None
        self._shard(digest)[digest] = path
        return path


def _digest(recipe: str) -> str:
    return hashlib.sha256(recipe.encode()).hexdigest()
