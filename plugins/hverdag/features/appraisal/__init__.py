"""Values where people are appraised: cards and questions for talks, and a text for the personnel policy."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from .plan import GROUP, page_address, plan
from .web import ANCHORS, appraisal_link, render

FEATURE = Feature(
    id="appraisal",
    plan=plan,
    render=render,
    pages=lambda settings: (page_address(settings),),
    macros=(Macro("value_appraisal", appraisal_link),),
    reserved_ids=ANCHORS,
    print_group=GROUP,
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
