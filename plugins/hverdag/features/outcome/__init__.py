"""The outcome of the stories sent in: the group's decision, management's response, and the selection of an edition."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..rules import checks_in
from .plan import plan
from .web import outcome, selection

FEATURE = Feature(
    id="outcome",
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    macros=(Macro("outcome", outcome), Macro("selection", selection)),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
