"""The book: the whole handbook to print, in one volume or several."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from .paper import render
from .plan import GROUP, plan

FEATURE = Feature(
    id="book",
    plan=plan,
    render=render,
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
