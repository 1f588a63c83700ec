"""A receipt for something on a day before the year 2000.

It is a slip of the pen. The workplace would be counted from that day on, and the line of the numbers would begin there.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}

Bad:

    receipts:
      - {date: 0206-09-03, workplaces: [larkfield], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ..known import placed_receipts

RULE = Rule(
    "receipt-early",
    Level.ERROR,
    "The receipt is for {day}, before there was anything to count.",
    "Write the day it happened.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such receipt."""
    for one in placed_receipts(handbook):
        if one.receipt.date and one.receipt.date < EARLIEST:
            yield RULE.at(one.at("date"), day=str(one.receipt.date))
