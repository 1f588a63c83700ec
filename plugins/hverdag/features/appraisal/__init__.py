"""Values where people are appraised: cards and questions for talks, and a text for the personnel policy."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from .addresses import ANCHORS, page_address
from .printed import GROUP

FEATURE = Feature(
    id="appraisal",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    pages=lambda settings: (page_address(settings),),
    macros=(Macro("value_appraisal", Later(__name__, "web:appraisal_link")),),
    reserved_ids=ANCHORS,
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
