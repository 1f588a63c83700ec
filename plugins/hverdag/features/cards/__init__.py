"""Cards: values, dilemmas and questions, to print and cut, and to draw on a screen."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.uptake.tools import printed_as_tools
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .addresses import SCRIPTS, draw_address
from .printed import GROUP, NAMES, TITLES

FEATURE = Feature(
    id="cards",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    tools=printed_as_tools(lambda language: ((word, TITLES[kind]) for kind, word in NAMES[language].items())),
    render=Later(__name__, "render:render"),
    macros=(Macro("draw", Later(__name__, "web:draw")),),
    assets=Assets(files=("draw.css", *SCRIPTS)),
    print_group=GROUP,
    pages=lambda settings: (draw_address(settings),),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
