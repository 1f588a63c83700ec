"""The facts of handbook.yml, for hand-written pages."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..later import Later

FEATURE = Feature(
    id="facts",
    macros=(Macro("fact", Later(__name__, "web:fact"), inline=True), Macro("facts", Later(__name__, "web:facts"))),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
