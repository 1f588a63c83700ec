"""What concerns one workplace or one person. It lies in private/ in the publication's own folder, and never in the
site, an offline edition or the search index. What a build makes lies in private/built, and what people have handed in,
or asked a command for, beside it."""

from collections.abc import Sequence
from pathlib import Path

from ..model.artifact import PrivateFile
from . import release
from .rights import FOR_THE_USER, make_folder

FOLDER = "private"
BUILT = f"{FOLDER}/built"

_IGNORED = "# Concerns one workplace or one person. It never goes into git.\n*\n"


def private_folder(root: Path, name: str = "") -> Path:
    """Return private/ in a publication's folder, or a folder in it, made for the user alone. Git passes over all of it,
    also where the publication does not say so. Raises OSError if it cannot be made."""
    home = root / FOLDER
    for folder in (home, home / name):
        make_folder(folder, FOR_THE_USER)
    mark = home / ".gitignore"
    if not mark.exists():
        mark.write_text(_IGNORED, encoding="utf-8")
    return home / name


WAIT = 30
"""Seconds to wait for another build of the same publication: each writes these files in a moment, and sites that are
built to two places share them."""


def write_private(root: Path, files: Sequence[PrivateFile]) -> None:
    """Replace private/built in a publication's folder by these files, in one step as a site is released; if that fails,
    the files of the last build are left. Raises BusyError, ForeignFolderError and UnwritableError."""
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
