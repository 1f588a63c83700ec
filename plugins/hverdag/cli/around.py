"""The publication that a folder is, or lies in."""

import os
from pathlib import Path


def is_publication(folder: Path) -> bool:
    """Return True if a folder holds what makes it a publication."""
    return (folder / "mkdocs.yml").is_file() and (folder / "values").is_dir()


def publication_around(folder: Path) -> Path:
    """Return the publication that a folder lies in, as git looks for its repository; the folder itself if it is one, if
    it seems to be a part of one that is broken, or if there is none around it."""
    if (folder / "mkdocs.yml").is_file():
        return folder
    found = next(filter(is_publication, folder.resolve().parents), None)
    if found is None:
        return folder
    return found if folder.is_absolute() else Path(os.path.relpath(found))
