"""Agreements that are older than 24 months.

They say what one workplace agreed on one day, and nobody needs that for ever. `hverdag agreements --fold` deletes them,
and keeps what they counted.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2023-09-03, workplace: larkfield, story: F01, method: M01, review: 2023-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ....model.uptake.receipts import kept_from
from ..known import placed_agreements

RULE = Rule(
    "agreement-old",
    Level.WARNING,
    "There are agreements older than 24 months here, the first from {day}.",
    "Run hverdag agreements --fold, which deletes them and keeps what they counted.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each file with such agreements."""
    first, told = kept_from(today), set[str]()
    for one in placed_agreements(handbook):
        day = one.agreement.date
        if day and EARLIEST <= day < first and one.file.path not in told:
            told.add(one.file.path)
            yield RULE.at(one.at("date"), day=day)
