"""A story's passport, on its page: where it came from, how many have nodded, and what was answered."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..assets import Assets
from ..feature import Feature
from ..kit import Slot
from ..later import Later

FEATURE = Feature(
    id="passport",
    slots=(Slot("story.after", Later(__name__, "plan:plan"), Later(__name__, "web:passport")),),
    assets=Assets(styles=("course.css",)),
    reserved_ids=("passport",),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
