"""The publications that lie in one repository, for whoever builds or shows them all."""

import os
from collections.abc import Iterator
from pathlib import Path

from ...model.listed_publication import ListedPublication
from ...model.settings import PATH as SETTINGS
from ...model.settings import Settings
from ...parse.publication import fields_of

DEEPEST = 3
"""Folders below the one that is looked through: `kommuner/fjordby` is two."""
_NOT_LOOKED_INTO = frozenset({"site", "site-preview", "private", "node_modules", "plugins", "tests"})


def publications_in(root: Path) -> tuple[ListedPublication, ...]:
    """Return the publications in a folder, itself included, in the order of their paths."""
    return tuple(sorted(_found(root, root), key=lambda one: one.path))


def _found(root: Path, folder: Path) -> Iterator[ListedPublication]:
    path = folder.relative_to(root).as_posix()
    if (folder / "mkdocs.yml").is_file() and (folder / SETTINGS).is_file():
        settings = fields_of((folder / SETTINGS).read_bytes(), SETTINGS, Settings)
        yield ListedPublication(path, settings.title or path, settings.organisation, settings.edition)
    elif len(folder.relative_to(root).parts) < DEEPEST:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        for name in names:
            if not name.startswith(".") and name not in _NOT_LOOKED_INTO:
                yield from _found(root, folder / name)
