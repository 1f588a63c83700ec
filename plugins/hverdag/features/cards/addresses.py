"""The page where cards are drawn: its address and its scripts."""

from ...model.language import Language
from ...model.settings import Settings

SCRIPTS = ("draw-cards.js", "draw-choice.js", "draw-faces.js", "draw.js")
"""The scripts of the page where cards are drawn, in the order that they are loaded."""


def draw_address(settings: Settings) -> str:
    """Return the address of the page where cards are drawn."""
    return "kort/" if settings.language is Language.DANISH else "cards/"
