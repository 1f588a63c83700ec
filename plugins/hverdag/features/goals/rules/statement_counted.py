"""A goal that is counted, and a statement on it with a number.

The page of the goal shows the number that is counted. That of the statement is not in the drawing; readers would
compare the two. Leave the number in the text of the statement, if it is needed.

Good:

    goals:
      - id: departments
        text: Every department has taken part.
        counts: departments-reached
        statements:
          - date: 2026-05-04
            role: The directors
            text: The last two begin after the summer.

Bad:

    goals:
      - id: departments
        text: Every department has taken part.
        counts: departments-reached
        statements:
          - date: 2026-05-04
            role: The directors
            text: The last two begin after the summer.
            number: 6
            of: 8
            source: The lists of those who came
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "statement-counted",
    Level.HINT,
    "The goal is counted, and the statement has a number of its own. It is not shown.",
    "Delete `number`, `of` and `source` in the statement, or `counts` of the goal.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each such statement."""
    for number, goal in enumerate(handbook.settings.goals):
        for at, one in enumerate(goal.statements):
            if goal.counts and one.number is not None:
                yield RULE.at(handbook.settings.at("goals", number, "statements", at, "number"))
