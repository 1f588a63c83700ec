"""Posters: all the values, one for each, the value road, and an agreement that a workplace fills in."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..rules import checks_in
from .paper import render
from .plan import GROUP, plan

FEATURE = Feature(
    id="posters",
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    render=render,
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
