"""A goal whose target is 0 or less.

Nobody can say how far such a goal is. A goal without a number has no line `number`.

Good:

    goals:
      - id: workplaces
        text: At least 30 workplaces have used one of our tools.
        number: 30

Bad:

    goals:
      - id: workplaces
        text: At least 30 workplaces have used one of our tools.
        number: 0
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "goal-number",
    Level.ERROR,
    "The target of a goal is {number}.",
    "Write a number of 1 or more, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such goal."""
    for number, goal in enumerate(handbook.settings.goals):
        if goal.number is not None and goal.number < 1:
            yield RULE.at(handbook.settings.at("goals", number, "number"), number=goal.number)
