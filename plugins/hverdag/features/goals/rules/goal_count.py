"""A goal that counts something that nothing counts.

Under `counts` goes the id of a number that the program makes itself: of receipts, of stories, of courses.

Good:

    goals:
      - id: workplaces
        text: At least 30 workplaces have used one of our tools.
        counts: workplaces-with-receipt
        number: 30

Bad:

    goals:
      - id: workplaces
        text: At least 30 workplaces have used one of our tools.
        counts: workplaces-with-receipts
        number: 30
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion
from ...uptake import counts_of

RULE = Rule(
    "goal-count",
    Level.ERROR,
    'Nothing counts "{given}".',
    "Take it out, or choose among {choices}.",
    __doc__,
    none="Nothing is counted yet. Take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each goal that names an unknown count."""
    known = counts_of(handbook)
    for number, goal in enumerate(handbook.settings.goals):
        if goal.counts and goal.counts not in known:
            source = handbook.settings.at("goals", number, "counts")
            yield RULE.at(source, given=goal.counts, choices=", ".join(known), **suggestion(goal.counts, known))
