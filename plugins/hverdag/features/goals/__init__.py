"""The result goals and the strategy: a page for each, with how far it is, and the stories that point to it."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .addresses import claims, named

FEATURE = Feature(
    id="goals",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    macros=(Macro("goals", Later(__name__, "web:goals")), Macro("strategy", Later(__name__, "web:strategy"))),
    reserved_ids=("declined", "far", "goals", "said", "stories", "strategy"),
    claims=claims,
    named=named,
    status=Later(__name__, "status:status"),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
