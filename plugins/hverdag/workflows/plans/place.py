"""Where the files of workplaces may lie."""

from pathlib import Path

from ...features.plans.command_rules import PLACE
from ...model.problem import Source
from ...publish.own_folder import ForeignPrivateError
from ..own_place import OwnPlace, own_place
from ..story_file import RefusedError

PLANS = "plans"


def plans_folder(root: Path, output: Path | None) -> OwnPlace:
    """Return the folder to write into, which may be a link to what we made before. Raises RefusedError if the files
    would get into git or the site there, or if private/ is not our own."""
    try:
        found = own_place(root, output, PLANS)
    except ForeignPrivateError as error:
        raise RefusedError(error.problem) from error
    if found is None:
        raise RefusedError(PLACE.at(Source(str(output or root)), given=str(output or root)))
    return found
