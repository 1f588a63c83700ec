"""The pamphlet: the values, three stories, the facts, and how to take part."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.uptake.tools import printed_as_tools
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from .model import PamphletSection
from .printed import GROUP, NAMES

FEATURE = Feature(
    id="pamphlet",
    settings=PamphletSection,
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    tools=printed_as_tools(lambda language: [(NAMES[language], message("The pamphlet"))]),
    render=Later(__name__, "paper:render"),
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
