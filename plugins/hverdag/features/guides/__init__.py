"""Guides: a method applied to a story or a value, as a page, a PDF and a Word file; and the composer."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ...model.uptake.tools import guides_as_tools
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro, Slot
from ..later import Later
from .addresses import claims, composer_address, list_address, moves

FEATURE = Feature(
    id="guides",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "render:render"),
    tools=guides_as_tools,
    opens=("guide.leader",),
    slots=(
        Slot("story.after", Later(__name__, "plan:talks"), Later(__name__, "web:talks_section")),
        Slot("value.after", Later(__name__, "plan:talks"), Later(__name__, "web:talks_section")),
        Slot("method.after", Later(__name__, "plan:ready_guides"), Later(__name__, "web:ready")),
    ),
    macros=(Macro("talk", Later(__name__, "web:talk"), names=(("method", "method"),)),),
    assets=Assets(
        styles=("guide.css", "guides-print.css", "meeting.css"),
        files=(
            "plan.js",
            "meeting-clock.js",
            "meeting-screens.js",
            "meeting.js",
            "guide.js",
            "invitation.js",
            "compose-address.js",
            "compose-faults.js",
            "compose-data.js",
            "compose-choice.js",
            "compose-sheet.js",
            "compose-word.js",
            "compose.js",
            "talk.js",
        ),
    ),
    reserved_ids=(
        "agreed",
        "guide-words",
        "guides",
        "invitation",
        "invitation-text",
        "invitation-told",
        "methods",
        "next-talk",
        "plan",
        "receipt",
        "sheet",
        "talks",
    ),
    claims=claims,
    moves=moves,
    pages=lambda settings: (list_address(settings), composer_address(settings)),
    holds_about_people=(
        HeldData(
            group=HeldGroup.READERS,
            name=message("The reader's browser"),
            what=message(
                "Whether the letter F works as a key in the meeting view, once it is turned off (localStorage)."
            ),
            where=(message("On the reader's own machine"),),
            until=message("Until the reader clears it, or turns the key on again"),
            seen=message("Only the reader"),
        ),
    ),
)
