"""Receipts that are older than 24 months.

They say what one workplace did on one day, and nobody needs that for ever. `hverdag receipts --fold` deletes them, and
keeps what they counted.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}

Bad:

    receipts:
      - {date: 2023-09-04, workplaces: [larkfield], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ....model.uptake.receipts import kept_from
from ..known import placed_receipts

RULE = Rule(
    "receipt-old",
    Level.WARNING,
    "There are receipts older than 24 months here, the first from {day}.",
    "Run hverdag receipts --fold, which deletes them and keeps what they counted.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each file with such receipts."""
    first, told = kept_from(today), set[str]()
    for one in placed_receipts(handbook):
        if one.receipt.date and EARLIEST <= one.receipt.date < first and one.file.path not in told:
            told.add(one.file.path)
            yield RULE.at(one.at("date"), day=one.receipt.date)
