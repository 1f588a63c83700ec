"""Writes files in the publication: new ones without overwriting, existing ones atomically."""

import hashlib
import os
import shutil
import tempfile
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from filelock import FileLock

from ..publish.cache.store import cache_folder


def write_new(path: Path, text: str) -> Path:
    """Write a new file as UTF-8 and return its path. Raises FileExistsError if it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    with path.open("xb") as written:
        written.write(content)
    return path


class ChangedMeanwhileError(RuntimeError):
    """Someone else has written the file since it was read."""


def replace_file(path: Path, before: bytes, content: bytes) -> None:
    """Replace a file atomically: readers see the old content or the new, never a mixture.

    `before` is the content as it was read. Raises ChangedMeanwhileError if the file has changed since, and OSError if
    it cannot be written.
    """
    with _lock(path):
        if path.read_bytes() != before:
            raise ChangedMeanwhileError
        _replace(path, content)


def _lock(path: Path) -> AbstractContextManager[object]:
    """Acquire the lock for writing a file. Lock files are in the cache folder, or in the system's temporary folder if
    that cannot be written; there the name includes the user id, since another user's lock could not be opened."""
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
