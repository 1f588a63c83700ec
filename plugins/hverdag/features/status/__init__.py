"""The year's status: how far the value work has come, and how we know. A page, and a PDF of four pages."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..assets import Assets
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from .addresses import claims
from .model import StatusSection
from .printed import GROUP

FEATURE = Feature(
    id="status",
    settings=StatusSection,
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in the year's status",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "render:render"),
    print_group=GROUP,
    claims=claims,
    status=Later(__name__, "own_parts:own_parts"),
    assets=Assets(files=("status.css",)),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
