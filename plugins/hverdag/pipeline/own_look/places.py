"""Places in a file of theme/."""

from ...model.own_look import own_path
from ...model.problem import Source


def place(name: str, text: str, at: int) -> Source:
    """Return the line and the column of a place in the text of a file."""
    before = text[:at]
    return Source(own_path(name), before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
