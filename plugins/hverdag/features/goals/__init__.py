"""The result goals and the strategy: a page for each, with how far it is, and the stories that point to it."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..rules import checks_in
from .addresses import claims, named
from .plan import plan
from .status import status
from .web import goals, render, strategy

FEATURE = Feature(
    id="goals",
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    render=render,
    macros=(Macro("goals", goals), Macro("strategy", strategy)),
    reserved_ids=("declined", "far", "goals", "said", "stories", "strategy"),
    claims=claims,
    named=named,
    status=status,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
