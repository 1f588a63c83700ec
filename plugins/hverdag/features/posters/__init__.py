"""Posters: all the values, one for each, the value road, and an agreement that a workplace fills in."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.uptake.tools import printed_as_tools
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from .printed import AGREEMENT, GROUP, VALUES

FEATURE = Feature(
    id="posters",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    tools=printed_as_tools(
        lambda language: [
            (VALUES[language], message("All the values")),
            (AGREEMENT[language], message("The values agreement")),
        ]
    ),
    render=Later(__name__, "paper:render"),
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
