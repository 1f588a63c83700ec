"""A goal whose day is past, and nobody has said how it went.

The number has been reached, or management says under `statements` how it went, on the day or later. A statement with
`reached: true` may be older: then the goal was reached before its day.

Good:

    goals:
      - id: approved
        text: The board has approved the values.
        due: 2020-06-26
        statements:
          - date: 2020-06-29
            role: The directors
            text: The board asked for another month.

Bad:

    goals:
      - id: approved
        text: The board has approved the values.
        due: 2020-06-26
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..progress import progress_of

RULE = Rule(
    "goal-overdue",
    Level.WARNING,
    'The goal "{given}" was due on {day}, and nothing is said yet about how it went.',
    "Write under `statements` a date, a role and a text: how far it is, and what you will do now.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such goal."""
    for number, goal in enumerate(handbook.settings.goals):
        overdue = goal.due is not None and goal.due < today
        if goal.due and overdue and not progress_of(goal, handbook, today).is_accounted_for(goal.due):
            yield RULE.at(handbook.settings.at("goals", number, "due"), given=goal.id, day=goal.due)
