"""Where the files that a command makes may lie: in private/, or outside everything that is published or kept in git."""

import os
from dataclasses import dataclass
from pathlib import Path

from ..publish.private_files import FOLDER, require_private
from ..vcs.ignored import gets_into_git

OWNERS = frozenset(
    {
        *("agreements", "answers", "built", "consultants", "counts", "export", "journal", "plans", "receipts"),
        "wordings",
    }
)
"""The folders in private/ that a build or a command writes into, each into its own."""


@dataclass(frozen=True)
class OwnPlace:
    """A folder to write into. `is_private` is True if it lies in private/."""

    path: Path
    is_private: bool


def own_place(root: Path, output: Path | None, own: str) -> OwnPlace | None:
    """Return the folder that a command may write into, by default its own in private/; it may be a link to what was
    made before. None is returned if the files would get into git, into the site, or among what others make. Raises
    ForeignPrivateError if private/ is not our own."""
    home = root / FOLDER
    path = Path(os.path.abspath(output or home / own))  # noqa: PTH100 a last link is not followed
    if path.is_relative_to(os.path.abspath(home)):  # noqa: PTH100 as above
        require_private(root)
    real, real_root, real_home = path.parent.resolve() / path.name, root.resolve(), home.resolve()
    is_home_safe = real_home == real_root / FOLDER or not real_home.is_relative_to(real_root)
    if real.is_relative_to(real_home) and is_home_safe:
        first = real.relative_to(real_home).parts[:1]
        if first and first[0] not in OWNERS - {own} and not first[0].startswith("."):
            return OwnPlace(path, True)
    elif not real.is_relative_to(real_root) and not gets_into_git(real):
        return OwnPlace(path, False)
    return None
