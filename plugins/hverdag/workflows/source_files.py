"""Files for editors: a new one is never written over one that is there, and one that is there changes in one step."""

import hashlib
import os
import shutil
import tempfile
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from filelock import FileLock

from ..publish.cache.store import cache_folder


def write_new(path: Path, text: str) -> Path:
    """Write a file that must not exist, and return its path. Raises FileExistsError where it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    with path.open("xb") as written:
        written.write(content)
    return path


class ChangedMeanwhileError(RuntimeError):
    """Someone else has written the file since it was read."""


def replace_file(path: Path, before: bytes, content: bytes) -> None:
    """Write a file anew in one step: whoever reads it finds the old one or the new one, whole.

    `before` is what it held when it was read. Raises ChangedMeanwhileError where that is no longer so, and OSError
    where it cannot be written.
    """
    with _lock(path):
        if path.read_bytes() != before:
            raise ChangedMeanwhileError
        _replace(path, content)


def _lock(path: Path) -> AbstractContextManager[object]:
    """Wait until no one else writes a file. A cache that cannot be written must not stand in the way: then the lock
    lies among the system's temporary files, under the user's number, since another's could not be opened."""
    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    folder = cache_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return FileLock(folder / f"{name}.lock").acquire()
    user = os.getuid() if hasattr(os, "getuid") else ""
    return FileLock(Path(tempfile.gettempdir()) / f"hverdag-{user}-{name}.lock").acquire()


def _replace(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as written:
        written.write(content)
    try:
        shutil.copymode(path, written.name)
        Path(written.name).replace(path)
    except OSError:
        Path(written.name).unlink(missing_ok=True)
        raise
