"""Folders to work in, one a run, that are deleted when the run ends.

What a killed run has left is deleted by the next one: beside each run's folder lies a lock, which the system frees
when the run is no more, however it ended.
"""

import atexit
import errno
import os
import re
import shutil
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

OPEN_TO_OTHERS = 0o077

_RUN = re.compile(r"(run-[0-9a-f]{16})(?:\.lock)?")
_BESIDE = ".hverdag-"
"""What the name of a file begins with that is to take another's place; the name of its run follows."""


class Workplace:
    """A folder that holds the folders of all runs that are going on."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._run: Path | None = None
        self._begins = threading.Lock()

    def run(self) -> Path:
        """Return this run's own folder, which is made when it is first asked for. Raises OSError if it cannot be
        made."""
        with self._begins:
            if self._run is None or not self._run.is_dir():
                self.sweep()
                self._run = self._begun()
            return self._run

    def _begun(self) -> Path:
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock, run = self._lock(f"run-{token_hex(8)}")
        lock.acquire()
        while not run.with_suffix(".lock").exists():  # another run has just swept it away, as a dead one's
            lock.release()
            lock, run = self._lock(f"run-{token_hex(8)}")
            lock.acquire()
        run.mkdir(mode=0o700)  # after the lock: a folder whose lock is free is a dead run's
        atexit.register(_delete, run, lock)
        return run

    def _lock(self, name: str) -> tuple[FileLock, Path]:
        # Any thread may begin the run, and the main one ends it.
        return FileLock(self._root / f"{name}.lock", mode=0o600, thread_local=False), self._root / name

    def is_over(self, name: str) -> bool:
        """Return True if the run with this name is no more."""
        lock, _ = self._lock(name)
        try:
            with lock.acquire(timeout=0):
                Path(lock.lock_file).unlink()
        except (Timeout, OSError):
            return False
        return True

    def sweep(self) -> None:
        """Delete what killed runs have left."""
        with suppress(OSError):
            for name in {found[1] for entry in os.listdir(self._root) if (found := _RUN.fullmatch(entry))}:  # noqa: PTH208
                lock, run = self._lock(name)
                with suppress(Timeout, OSError):
                    lock.acquire(timeout=0)
                    _delete(run, lock)


def _delete(run: Path, lock: FileLock) -> None:
    shutil.rmtree(run, ignore_errors=True)
    with suppress(OSError):
        run.with_suffix(".lock").unlink()
    lock.release()


@cache
def workplace(root: Path) -> Workplace:
    """Return the workplace in a folder; there is one in a process."""
    return Workplace(root)


def run_folder() -> Path:
    """Return the folder of this run among the system's temporary files. Raises OSError if it cannot be made."""
    return workplace(shared_root()).run()


def shared_root() -> Path:
    """Return the folder of all runs of this user. Raises OSError if it cannot be made, also where no folder for
    temporary files can be written: then the disk is most often full."""
    try:
        return _shared_root(tempfile.gettempdir())
    except FileNotFoundError as error:
        wanted = os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 as Python does
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), wanted) from error


@contextmanager
def replacing(target: Path, mode: int) -> Iterator[Path]:
    """Yield a path beside a file, which is to be written, and then takes the file's place in one step. Raises OSError
    if that is not possible; then the file is as it was."""
    sweep_work(target.parent)
    temporary = target.with_name(f"{_BESIDE}{run_folder().name}")
    try:
        temporary.touch(mode=0o600)
        yield temporary
        temporary.chmod(mode)
        temporary.replace(target)
    except OSError as error:
        if error.filename in (None, str(temporary)):  # a full disk names no file, and nobody knows the other
            error.filename = str(target)
        raise
    finally:
        temporary.unlink(missing_ok=True)


def sweep_work(*folders: Path) -> None:
    """Delete what killed runs have left among the system's temporary files, and of files that they were writing in
    these folders."""
    with suppress(OSError):
        place = workplace(shared_root())
        for left in (found for folder in folders for found in folder.glob(f"{_BESIDE}run-*")):
            name = left.name.removeprefix(_BESIDE)
            # Whether another user's run is over cannot be seen from here.
            if _RUN.fullmatch(name) and is_own(left.lstat()) and place.is_over(name):
                left.unlink(missing_ok=True)
        place.sweep()


@cache
def _shared_root(temporary: str) -> Path:
    """Return the folder of all runs of this user; one of this run alone where somebody else has made it first."""
    user = os.getuid() if hasattr(os, "getuid") else "runs"
    shared = Path(temporary) / f"hverdag-{user}"
    with suppress(FileExistsError):
        shared.mkdir(mode=0o700)
    return shared if is_private(shared) else Path(tempfile.mkdtemp(prefix="hverdag-"))


def is_private(folder: Path) -> bool:
    """Return True for a folder, and no link to one, that is the user's own and closed to all others. Raises OSError if
    it cannot be looked at."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    return is_own(status) and not (hasattr(os, "getuid") and status.st_mode & OPEN_TO_OTHERS)


def is_own(status: os.stat_result) -> bool:
    """Return True if a file belongs to the user who asks; on Windows, which has no such numbers, it does."""
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
