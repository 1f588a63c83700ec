"""The result goals: a page for each, with the stories that point to it."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..rules import checks_in
from .addresses import claims, named
from .plan import plan
from .web import goals, render

FEATURE = Feature(
    id="goals",
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    render=render,
    macros=(Macro("goals", goals),),
    reserved_ids=("goals", "stories"),
    claims=claims,
    named=named,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
