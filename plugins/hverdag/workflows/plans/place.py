"""Where the files of workplaces may lie."""

from pathlib import Path

from ...features.plans.command_rules import PLACE
from ...model.problem import Source
from ..own_place import OwnPlace, own_place
from ..story_file import RefusedError

PLANS = "plans"


def plans_folder(root: Path, output: Path | None) -> OwnPlace:
    """Return the folder to write into, which may be a link to what we made before. Raises RefusedError if the files
    would get into git or the site there, and ForeignPrivateError if private/ is not our own."""
    found = own_place(root, output, PLANS)
    if found is None:
        raise RefusedError(PLACE.at(Source(str(output or root)), given=str(output or root)))
    return found
