"""A number in a statement on a goal that is more than there are, or less than none.

Good:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2026-05-04
            role: The directors
            text: All eight have taken part.
            number: 8
            of: 8
            source: The lists of those who came

Bad:

    goals:
      - id: departments
        text: Every department has taken part.
        statements:
          - date: 2026-05-04
            role: The directors
            text: All eight have taken part.
            number: 9
            of: 8
            source: The lists of those who came
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "statement-range",
    Level.ERROR,
    "The statement says {number} of {of}.",
    "Write a number from 0 to what is under `of`, and at least 1 there.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such statement."""
    settings = handbook.settings
    for number, goal in enumerate(settings.goals):
        for at, one in enumerate(goal.statements):
            if one.number is not None and one.of is not None and not (0 <= one.number <= one.of and one.of > 0):
                source = settings.at("goals", number, "statements", at, "number")
                yield RULE.at(source, number=one.number, of=one.of)
