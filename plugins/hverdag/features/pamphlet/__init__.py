"""The pamphlet: the values, three stories, the facts, and how to take part."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.uptake.tools import printed_as_tools
from ..feature import Feature
from ..rules import checks_in
from .model import PamphletSection
from .paper import render
from .plan import GROUP, NAMES, plan

FEATURE = Feature(
    id="pamphlet",
    settings=PamphletSection,
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    tools=printed_as_tools(lambda language: [(NAMES[language], message("The pamphlet"))]),
    render=render,
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
