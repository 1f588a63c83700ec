"""Who may read what is published, whatever the umask of the builder is."""

import os
import stat
from contextlib import suppress
from pathlib import Path

FOR_EVERYONE, FOR_THE_USER = 0o755, 0o700
"""The rights to a folder; its files have the same, but that nobody can run them."""

FILE_FOR_THE_USER = 0o600
"""The rights to a file that nobody else may read."""

_OF_FILES = 0o666


def allow(folder: Path, rights: int) -> None:
    """Give a folder, and everything in it, the same rights."""
    for where, folders, names in os.walk(folder):
        for path, allowed in (
            *((Path(where, name), rights) for name in folders),
            *((Path(where, name), rights & _OF_FILES) for name in names),
        ):
            if stat.S_IMODE(path.lstat().st_mode) != allowed:
                path.chmod(allowed)
    folder.chmod(rights)


def make_folder(folder: Path, rights: int) -> None:
    """Make a folder, and those above it that are not there, with rights that no umask takes away."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        path.chmod(rights if path == folder else FOR_EVERYONE)
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    if stat.S_IMODE(folder.stat().st_mode) & FOR_EVERYONE != rights:
        with suppress(OSError):  # it may belong to another user, who has built here before
            folder.chmod(rights)
