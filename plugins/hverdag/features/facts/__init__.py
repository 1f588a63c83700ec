"""The facts of handbook.yml, for hand-written pages."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from .web import fact, facts

FEATURE = Feature(
    id="facts",
    macros=(Macro("fact", fact, inline=True), Macro("facts", facts)),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
