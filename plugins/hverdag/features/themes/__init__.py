"""The themes: a page for each with its stories, a list of them, and what a story's page says of its own."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .addresses import claims, list_address

FEATURE = Feature(
    id="themes",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    macros=(Macro("themes", Later(__name__, "web:themes")),),
    assets=Assets(styles=("themes.css",)),
    reserved_ids=("stories", "talks"),
    claims=claims,
    pages=lambda settings: (list_address(settings),),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
