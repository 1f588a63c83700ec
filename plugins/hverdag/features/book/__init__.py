"""The book: the whole handbook to print, in one volume or several."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.uptake.tools import printed_as_tools
from ..feature import Feature
from ..later import Later
from .printed import GROUP, NAMES

FEATURE = Feature(
    id="book",
    plan=Later(__name__, "plan:plan"),
    tools=printed_as_tools(lambda language: [(NAMES[language], message("The book"))]),
    render=Later(__name__, "paper:render"),
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
