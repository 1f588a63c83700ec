"""A story told on a day that has not come yet.

Good:

    told: 2026-03-12
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "told-date",
    Level.WARNING,
    "The day the story was told, {day}, has not come yet.",
    "Write the day it was told.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each story told in the future."""
    for story in handbook.stories:
        if story.told and story.told > today:
            yield RULE.at(story.at("told"), day=str(story.told))
