"""Where the files of workplaces may lie: in private/, or outside everything that is published or kept in git."""

import os
from dataclasses import dataclass
from pathlib import Path

from ...model.problem import Source
from ...pipeline.plan_rules import PLACE
from ...publish.own_folder import ForeignPrivateError
from ...publish.private_files import FOLDER, require_private
from ...vcs.ignored import gets_into_git
from ..story_file import RefusedError

PLANS = "plans"
_TAKEN = frozenset({"built", "receipts"})
"""The folders in private/ that others write into."""


@dataclass(frozen=True)
class PlansFolder:
    """The folder that the files are written into. `is_private` is True if it lies in private/."""

    path: Path
    is_private: bool


def plans_folder(root: Path, output: Path | None) -> PlansFolder:
    """Return the folder to write into, which may be a link to what we made before. Raises RefusedError if the files
    would get into git or the site there, or if private/ is not our own."""
    home = root / FOLDER
    path = Path(os.path.abspath(output or home / PLANS))  # noqa: PTH100 a last link is not followed
    if path.is_relative_to(os.path.abspath(home)):  # noqa: PTH100 as above
        _require_private(root)
    real, real_root, real_home = path.parent.resolve() / path.name, root.resolve(), home.resolve()
    is_home_safe = real_home == real_root / FOLDER or not real_home.is_relative_to(real_root)
    if real.is_relative_to(real_home) and is_home_safe:
        first = real.relative_to(real_home).parts[:1]
        if first and first[0] not in _TAKEN and not first[0].startswith("."):
            return PlansFolder(path, True)
    elif not real.is_relative_to(real_root) and not gets_into_git(real):
        return PlansFolder(path, False)
    raise RefusedError(PLACE.at(Source(str(path)), given=str(output or path)))


def _require_private(root: Path) -> None:
    try:
        require_private(root)
    except ForeignPrivateError as error:
        raise RefusedError(error.problem) from error
