"""A next time that comes before what the receipt is for.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, next: 2026-10-01}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, next: 2026-01-10}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_receipts

RULE = Rule(
    "receipt-next",
    Level.ERROR,
    "The next time, {day}, comes before what the receipt is for.",
    "Write the day that they will carry on, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    for one in placed_receipts(handbook):
        if one.receipt.date and one.receipt.next and one.receipt.next < one.receipt.date:
            yield RULE.at(one.at("next"), day=one.receipt.next)
