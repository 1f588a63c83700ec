"""The short addresses on paper: one for every code, also if its subject is gone."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from .plan import plan
from .web import render

FEATURE = Feature(
    id="short_links",
    plan=plan,
    render=render,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
