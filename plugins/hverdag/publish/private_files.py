"""The second output: files that concern one workplace or one person. They are written to private/ in the publication's
own folder, and never to the site, an offline edition or the search index."""

from collections.abc import Sequence
from pathlib import Path

from ..model.artifact import PrivateFile
from . import release
from .rights import FOR_THE_USER

FOLDER = "private"


def write_private(root: Path, files: Sequence[PrivateFile]) -> None:
    """Replace private/ in a publication's folder by these files, in one step as a site is released; if that fails, the
    files of the last build are left. Raises BusyError, ForeignFolderError and UnwritableError."""
    home = root / FOLDER
    if not files and not home.exists() and not release.releases_folder(home).exists():
        return
    with release.staging(home, FOR_THE_USER) as folder:
        for file in files:
            path = folder / file.path
            assert path.resolve().is_relative_to(folder.resolve()), "a path under private/"  # noqa: S101
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
        release.swap(folder, home, keep_last=False, rights=FOR_THE_USER)
