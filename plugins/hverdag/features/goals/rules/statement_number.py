"""A number in a statement on a goal, without out of how many, or without where it is from.

A reader must be able to see what a number is a part of, and to look it up.

Good:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2026-05-04
            role: The directors
            text: Six of the eight have taken part.
            number: 6
            of: 8
            source: The lists of those who came

Bad:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2026-05-04
            role: The directors
            text: Six have taken part.
            number: 6
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "statement-number",
    Level.ERROR,
    "The statement has a number, but does not say out of how many, or where the number is from.",
    "Write `of` and `source`, or delete the number.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such statement."""
    settings = handbook.settings
    for number, goal in enumerate(settings.goals):
        for at, one in enumerate(goal.statements):
            place = ("goals", number, "statements", at)
            faulty = settings.is_faulty(*place, "of") or settings.is_faulty(*place, "source")
            if one.number is not None and (one.of is None or not one.source) and not faulty:
                yield RULE.at(settings.at(*place, "number"))
