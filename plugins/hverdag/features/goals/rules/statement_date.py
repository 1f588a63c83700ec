"""A statement on a goal on a day that has not come yet, or before the year 2000.

Good:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2026-05-04
            role: The directors
            text: The last two begin after the summer.

Bad:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2062-05-04
            role: The directors
            text: The last two begin after the summer.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST

RULE = Rule(
    "statement-date",
    Level.ERROR,
    "{cause}",
    "Write the day it was said.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    settings = handbook.settings
    for number, goal in enumerate(settings.goals):
        for at, statement in enumerate(goal.statements):
            cause = _fault(statement.date, today) if statement.date else None
            if cause:
                yield RULE.at(settings.at("goals", number, "statements", at, "date"), cause=cause)


def _fault(day: date, today: date) -> Message | None:
    if day > today:
        return message("The statement is of {day}, which has not come yet.", day=day)
    if day < EARLIEST:
        return message("The statement is of {day}, before there was anything to count.", day=str(day))
    return None
