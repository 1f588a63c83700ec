"""Two receipts of the same workplaces for the same day and the same tool.

It is often one event that was reported twice, by slip and by form for example. Then it counts twice among the receipts.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}
      - {date: 2026-09-10, workplaces: [larkfield], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import PlacedReceipt, placed_receipts

RULE = Rule(
    "receipt-twice",
    Level.WARNING,
    "The same workplaces have the same day and the same tool in {path}, line {line}.",
    "Delete one of the two. If two groups met on that day, add up the participants in one receipt.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each receipt that is there already."""
    seen: dict[tuple[str, ...], PlacedReceipt] = {}
    for one in placed_receipts(handbook):
        if one.receipt.date and one.receipt.workplaces and one.receipt.tool:
            first = seen.setdefault(one.receipt.identity, one)
            if first is not one:
                source = first.at()
                yield RULE.at(one.at(), path=source.path, line=source.line)
