"""Writes files in the publication: new ones without overwriting, existing ones atomically."""

import errno
import hashlib
import stat
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

from ..publish.work import replacing, run_folder, shared_root


def write_new(path: Path, text: str) -> Path:
    """Write a new file as UTF-8 and return its path. Raises FileExistsError if it exists, and OSError if it cannot be
    written; then there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    path.open("xb").close()
    try:
        path.write_bytes(content)
    except OSError as error:
        path.unlink()
        error.filename = str(path)  # a full disk names no file
        raise
    return path


class ChangedMeanwhileError(RuntimeError):
    """Someone else has written the file at `path` since it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Replacement(NamedTuple):
    """The content of a file before and after. A file that is to be made had no content before; `mode` are the rights to
    it whether it is new or not, and None means those that it has, or those of any new file."""

    path: Path
    before: bytes
    after: bytes
    mode: int | None = None


def replace_file(path: Path, before: bytes, content: bytes) -> None:
    """Replace a file atomically: readers see the old content or the new, never a mixture.

    `before` is the content as it was read. Raises ChangedMeanwhileError if the file has changed since, and OSError if
    it cannot be written.
    """
    with _lock(path):
        if path.read_bytes() != before:
            raise ChangedMeanwhileError(path)
        _replace(path, content)


def replace_files(files: Sequence[Replacement], moved: tuple[Path, Path] | None = None) -> None:
    """Replace several files and give one another path: all of it, or nothing.

    Raises ChangedMeanwhileError if one of them has changed since it was read, and OSError if one cannot be written;
    then everything is as it was.
    """
    with ExitStack() as locks:
        for file in files:
            locks.enter_context(_lock(file.path))
        for file in files:
            if _content(file.path) != file.before:
                raise ChangedMeanwhileError(file.path)
        done: list[tuple[Replacement, int | None]] = []
        try:
            for file in files:
                rights = _rights(file.path)
                _put(file.path, file.after, file.mode)
                done.append((file, rights))
            if moved:
                _move(*moved)
        except OSError:
            for file, rights in reversed(done):
                with suppress(OSError):  # what cannot be put back must not keep the others from it
                    _put(file.path, file.before, rights)
            raise


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _put(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a file in one step, or delete it if it is to have no content. Raises OSError with the name of the file."""
    try:
        if not content:
            path.unlink(missing_ok=True)
        else:
            rights = _rights(path) if mode is None else mode
            with replacing(path, _rights_of_new() if rights is None else rights) as written:
                written.write_bytes(content)
    except OSError as error:
        error.filename = str(path)
        raise


def _rights(path: Path) -> int | None:
    """Return the rights to a file; None if there is none."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else None


def _rights_of_new() -> int:
    """Return the rights that the user's umask leaves to a new file: only a new file tells."""
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        tried = Path(folder) / "new"
        tried.touch()
        return stat.S_IMODE(tried.stat().st_mode)


def _move(old: Path, new: Path) -> None:
    """Rename a file. Raises FileExistsError if there is another one at the new path; on some computers a name in
    capitals is the same."""
    if new.exists() and not new.samefile(old):
        raise FileExistsError(errno.EEXIST, "", str(new))
    old.rename(new)


def _lock(path: Path) -> AbstractContextManager[object]:
    """Acquire the lock for writing a file."""
    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return FileLock(shared_root() / f"{name}.lock", mode=0o600).acquire()


def _replace(path: Path, content: bytes) -> None:
    with replacing(path, stat.S_IMODE(path.stat().st_mode)) as written:
        written.write_bytes(content)
