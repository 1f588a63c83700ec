"""The short addresses on paper: one for every code, also if its subject is gone."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..later import Later

FEATURE = Feature(
    id="short_links",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
