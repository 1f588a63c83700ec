"""The address of the page about the game, and the ids of its parts."""

from ...model.settings import Settings
from .printed import NAME

ANCHORS = ("game-board", "game-day", "game-print", "game-squares", "game-time")
"""The ids of the parts of the page."""

TARGET = "board-game"
"""The target of the page."""


def address(settings: Settings) -> str:
    """Return the address of the page."""
    return f"{NAME[settings.language]}/"
