"""The board game: a road to go round in teams, made of the handbook's own values, dilemmas, questions and stories."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.uptake.tools import printed_as_tools
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .addresses import ANCHORS, address
from .printed import GROUP, NAME, TITLE

FEATURE = Feature(
    id="board_game",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    tools=printed_as_tools(lambda language: [(NAME[language], TITLE)]),
    macros=(Macro("board_game", Later(__name__, "web:board_game")),),
    assets=Assets(files=("board_game.css",)),
    reserved_ids=ANCHORS,
    print_group=GROUP,
    pages=lambda settings: (address(settings),),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
