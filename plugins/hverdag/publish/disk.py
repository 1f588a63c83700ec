"""What a disk or the system refuses, as problems: where, and how to mend it."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ..model.problem import Level, Problem, Rule, Source

FULL = Rule(
    "disk-full",
    Level.ERROR,
    'There is no room left on the disk that holds "{given}".',
    "Delete something there, or have more room made. Then run the command again.",
    """A disk, or a share of it, that is full. Temporary files count too: they are where the variable TMPDIR says.

Nothing is published, and the site that was there is as it was.
""",
)
DENIED = Rule(
    "disk-denied",
    Level.ERROR,
    'The computer does not let you read or write "{given}".',
    "Ask whoever runs the computer for the right. Then run the command again.",
    """A file or a folder that belongs to somebody else, or a disk that can only be read.
""",
)
GONE = Rule(
    "disk-gone",
    Level.ERROR,
    '"{given}" is not there any more.',
    "Somebody may have moved or deleted it meanwhile. See that it is there, and run the command again.",
    """A file that disappeared while it was being used, or a disk on the network that cannot be reached.
""",
)
NAME = Rule(
    "disk-name",
    Level.ERROR,
    'The name is longer than this disk allows: "{given}"',
    "Choose a shorter name, or a folder with a shorter path.",
    """A path that is longer than the system takes. Most allow 255 letters for each name in it.
""",
)
OPEN_FILES = Rule(
    "disk-open-files",
    Level.ERROR,
    "Too many files are open on this computer.",
    "Close other programs, and run the command again. If it goes on, show this to whoever runs the computer.",
    """The system allows each user and each program only so many open files (`ulimit -n`).
""",
)
BROKEN = Rule(
    "disk-broken",
    Level.ERROR,
    'The disk that holds "{given}" does not answer as it should.',
    "Show this to whoever runs the computer. Use another disk until it is repaired.",
    """A disk with a fault, or one that was taken out while it was used.
""",
)
RULES = (FULL, DENIED, GONE, NAME, OPEN_FILES, BROKEN)

_RULES: Mapping[int | None, Rule] = {
    errno.ENOSPC: FULL,
    errno.EFBIG: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EROFS: DENIED,
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    getattr(errno, "ESTALE", errno.ENOENT): GONE,
    errno.ENAMETOOLONG: NAME,
    errno.EMFILE: OPEN_FILES,
    errno.ENFILE: OPEN_FILES,
    errno.EIO: BROKEN,
    errno.ENXIO: BROKEN,
    errno.ENODEV: BROKEN,
}


def is_fault_of_disk(error: OSError) -> bool:
    """Return True if the disk or the system itself is at fault, and no right is missing and no file."""
    return _RULES.get(error.errno) in (FULL, NAME, OPEN_FILES, BROKEN)


def fault_of_disk(error: OSError, place: Path) -> Problem | None:
    """Return the problem behind a fault of the disk or the system itself; None for anything else."""
    return disk_problem(error, (place,)) if is_fault_of_disk(error) else None


def raise_fault_of_disk(error: BaseException) -> None:
    """Raise the fault of a disk that another exception came from, if it did."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and is_fault_of_disk(cause):
            raise cause
        cause = cause.__cause__ or cause.__context__


def disk_problem(error: OSError, places: Iterable[Path]) -> Problem | None:
    """Return the problem behind what a disk or the system refused; None for anything else.

    `places` are the folders that were written to, besides that for temporary files: a full disk does not say which
    file there was no room for, so the fullest of them is named.
    """
    rule = _RULES.get(error.errno)
    if rule is None:
        return None
    file = error.filename2 or error.filename
    is_named = isinstance(file, str | os.PathLike)
    if not is_named and rule in (DENIED, GONE, NAME):
        return None  # nothing on a disk: the address of a preview, say
    where = Path(file) if is_named else min((*places, *_temporary()), key=_room)
    return rule.at(Source(where.name or str(where)), given=str(where))


def _temporary() -> Iterator[Path]:
    with suppress(OSError):
        yield Path(tempfile.gettempdir())


def _room(place: Path) -> int:
    """Return how many bytes can be written in a folder, or in the nearest one above it that is there."""
    for folder in (place, *place.parents):
        with suppress(OSError):
            return shutil.disk_usage(os.fspath(folder)).free
    return 0
