"""Guides: a method applied to a story or a value, as a page, a PDF and a Word file; and the composer."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro, Slot
from .addresses import claims, composer_address, moves
from .plan import plan, ready_guides, talks
from .render import render
from .web import ready, talk, talks_section

FEATURE = Feature(
    id="guides",
    plan=plan,
    render=render,
    slots=(
        Slot("story.after", talks, talks_section),
        Slot("value.after", talks, talks_section),
        Slot("method.after", ready_guides, ready),
    ),
    macros=(Macro("talk", talk, names=(("method", "method"),)),),
    assets=Assets(
        styles=("guide.css", "guides-print.css", "meeting.css"),
        files=("plan.js", "meeting.js", "guide.js", "compose.js"),
    ),
    reserved_ids=("agreed", "guide-words", "guides", "plan", "sheet", "talk", "talks"),
    claims=claims,
    moves=moves,
    pages=lambda settings: (composer_address(settings),),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
