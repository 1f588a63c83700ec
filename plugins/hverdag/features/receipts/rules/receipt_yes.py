"""A yes to a sentence on a day before what the sentence is about, or on a day that has not come yet.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, sentence: We talked about asking., yes: 2026-09-10}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, sentence: We talked about asking., yes: 2026-01-10}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_receipts

RULE = Rule(
    "receipt-yes",
    Level.ERROR,
    "The workplace cannot have said yes to its sentence on {day}.",
    "Write the day it said yes, or move the sentence to private/receipts/ until it has.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    for one in placed_receipts(handbook):
        yes, day = one.receipt.yes, one.receipt.date
        if yes and (yes > today or (day and yes < day)):
            yield RULE.at(one.at("yes"), day=yes)
