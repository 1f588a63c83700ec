"""What concerns one workplace or one person. It lies in private/ in the publication's own folder, and never in the
site, an offline edition or the search index. What a build makes lies in private/built, and what people have handed in,
or asked a command for, beside it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..model.artifact import PrivateFile
from . import release
from .own_folder import require_own
from .rights import FILE_FOR_THE_USER, FOR_THE_USER, make_folder

FOLDER = "private"
BUILT = f"{FOLDER}/built"

_IGNORED = "# Concerns one workplace or one person. It never goes into git.\n*\n"


def require_private(root: Path, name: str = "") -> None:
    """Raise ForeignPrivateError if private/ in a publication's folder, or a folder in it, would not be our own. Nothing
    is made."""
    require_own(root, FOLDER, name)


def private_folder(root: Path, name: str = "") -> Path:
    """Return private/ in a publication's folder, or a folder in it, made for the user alone. Git passes over all of it,
    also where the publication does not say so. Raises ForeignPrivateError, with everything as it was, if something else
    is there, and OSError if it cannot be made."""
    require_private(root, name)
    home = root / FOLDER
    for folder in (home, home / name):
        make_folder(folder, FOR_THE_USER)
    mark = home / ".gitignore"
    if not mark.is_file() or not _ignores_all(mark.read_text("utf-8", "replace")):
        mark.unlink(missing_ok=True)
        write_private_files(home, {mark.name: _IGNORED.encode("utf-8")})
    return home / name


def _ignores_all(text: str) -> bool:
    lines = text.split()
    return "*" in lines and not any(line.startswith("!") for line in lines)


def write_private_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files for the user alone into a folder, by their names, and return their paths. All of them are whole
    before the first takes its place. Raises OSError if they cannot be written."""
    beside = {folder / name: folder / f".{name}.{os.getpid()}" for name in contents}
    try:
        for path, temporary in beside.items():
            temporary.unlink(missing_ok=True)  # a killed run may have left it, with other rights
            with os.fdopen(os.open(temporary, _NEW, FILE_FOR_THE_USER), "wb") as written:
                written.write(contents[path.name])
        for path, temporary in beside.items():
            temporary.replace(path)
    finally:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)
    return tuple(beside)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


WAIT = 30
"""Seconds to wait for another build of the same publication: each writes these files in a moment, and sites that are
built to two places share them."""


def write_private(root: Path, files: Sequence[PrivateFile]) -> None:
    """Replace private/built in a publication's folder by these files, in one step as a site is released; if that fails,
    the files of the last build are left. Raises BusyError, ForeignFolderError and UnwritableError, and
    ForeignPrivateError if private/ is not our own."""
    home = root / BUILT
    if not files and not home.exists() and not release.releases_folder(home).exists():
        return
    try:
        private_folder(root)
    except OSError as error:
        raise release.UnwritableError from error
    with release.staging(home, FOR_THE_USER, WAIT) as folder:
        for file in files:
            path = folder / file.path
            assert path.resolve().is_relative_to(folder.resolve()), "a path under private/"  # noqa: S101
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
        release.swap(folder, home, keep_last=False, rights=FOR_THE_USER)
