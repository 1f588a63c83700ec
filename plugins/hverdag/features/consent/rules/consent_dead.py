"""A consent that has ended in another story.

Whoever takes a consent back takes it back for everything. So a story that names it is out of the handbook too, whatever
its code is and whatever day it says itself. It counts as the same consent however the number is typed: `SAM-2026-014`
and `sam 2026 014` are one. Stories that were deleted count too, and so does a withdrawal that somebody has deleted
again, as long as git remembers them.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import State

RULE = Rule(
    "consent-dead",
    Level.ERROR,
    "This consent was withdrawn or has run out in {given}, and it holds for no story any more.",
    "Write state: retired. If whoever gave it has said yes again, write the number of the new consent.",
    __doc__,
    (
        Tag.OF_AN_ADDRESS,
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each place where a story names such a consent, unless it was taken out."""
    for story in handbook.stories:
        if story.state in (State.RETIRED, State.DECLINED):
            continue
        for place, ended_in in story.ended_elsewhere.items():
            yield RULE.at(story.at(*place), given=ended_in)
