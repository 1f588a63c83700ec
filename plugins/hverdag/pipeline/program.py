"""What makes the site, besides the publication's own files: Python, the installed packages, and our own files."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info", ".egg-link")


@cache
def program() -> str:
    """Return a digest of what is installed as this process begins; an empty string if that cannot be seen. What is
    remembered from an earlier run is believed only where the digest is the same."""
    try:
        return hashlib.sha256("\0".join(_installed()).encode("utf-8", "surrogateescape")).hexdigest()
    except OSError:
        return ""


def regular_files(folder: Path) -> list[str]:
    """Return the path of every file in a folder. Raises OSError for a link or a special file: what it leads to may
    change."""
    found, waiting = list[str](), [str(folder)]
    while waiting:
        here = waiting.pop()
        if os.path.islink(here):  # noqa: PTH114 as above
            raise OSError(here)
        with os.scandir(here) as entries:
            for entry in entries:
                if not entry.is_file(follow_symlinks=False):
                    waiting.append(entry.path)  # anything but a folder cannot be looked through
                else:
                    found.append(entry.path)
    return sorted(found)


def _installed() -> Iterator[str]:
    """Yield what makes the site: the version of Python, the installed packages, and our own files by size and time, as
    Python itself recognises them."""
    yield sys.version
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in sorted(os.listdir(folder)) if name.endswith(_INSTALLED))  # noqa: PTH208
    for path in regular_files(_PACKAGE):
        if not path.endswith(".pyc"):
            status = os.stat(path)  # noqa: PTH116 a Path for each of a thousand files takes as long as the rest
            yield f"{path} {status.st_size} {status.st_mtime_ns}"
