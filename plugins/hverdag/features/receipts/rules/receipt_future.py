"""A receipt for something on a day that has not come yet.

A receipt says what has happened. What a workplace will do is written under `next`.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7, next: 2027-01-12}

Bad:

    receipts:
      - {date: 2062-09-03, workplaces: [larkfield], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_receipts

RULE = Rule(
    "receipt-future",
    Level.ERROR,
    "The receipt is for {day}, which has not come yet.",
    "Write the day it happened.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such receipt."""
    for one in placed_receipts(handbook):
        if one.receipt.date and one.receipt.date > today:
            yield RULE.at(one.at("date"), day=one.receipt.date)
