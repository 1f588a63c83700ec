"""A goal whose target is higher than what there is to count.

With 118 workplaces, 130 of them cannot have used a tool.

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
        number: 8

Bad:

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
        number: 9
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..progress import progress_of

RULE = Rule(
    "goal-reach",
    Level.WARNING,
    "The target of the goal is {number}, and there are only {of}.",
    "Write a number of at most {of}, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such goal."""
    for number, goal in enumerate(handbook.settings.goals):
        figure = progress_of(goal, handbook, today).figure if goal.number is not None else None
        # Where there is nothing to count yet, nothing is too many.
        if figure and figure.of and goal.number is not None and goal.number > figure.of:
            yield RULE.at(handbook.settings.at("goals", number, "number"), number=goal.number, of=figure.of)
