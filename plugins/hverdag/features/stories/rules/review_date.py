"""A story whose day for being read again has gone by.

Good:

    review_by: 2027-11-01
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "review-date",
    Level.WARNING,
    "The story should have been read again by {day}.",
    "Read it with its workplace. Is it still true? Then write a new date; if not, write state: retired.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each published story that is overdue."""
    for story in handbook.published:
        if story.review_passed(today):
            yield RULE.at(story.at("review_by"), day=str(story.review_by))
