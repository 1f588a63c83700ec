"""Former addresses: a page that has another address now is still found at the one it had before."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..later import Later
from ..rules import checks_in

FEATURE = Feature(
    id="addresses",
    checks=checks_in(f"{__name__}.rules"),
    rule_group="Addresses",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
