"""The outcome of the stories sent in: the group's decision, management's response, and the selection of an edition."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in

FEATURE = Feature(
    id="outcome",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    macros=(Macro("outcome", Later(__name__, "web:outcome")), Macro("selection", Later(__name__, "web:selection"))),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
