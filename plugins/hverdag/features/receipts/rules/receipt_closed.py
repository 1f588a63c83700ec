"""A receipt of a workplace on a day when it was closed, or had become part of another one.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_receipts

RULE = Rule(
    "receipt-closed",
    Level.WARNING,
    "The workplace {given} closed on {day}, before this receipt.",
    "Write the workplace that it is now, or the right date.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each workplace that was closed on the day."""
    listed = workplaces_of(handbook)
    for one in placed_receipts(handbook):
        for at, id in enumerate(one.receipt.workplaces):
            place = listed.by_id.get(id)
            if place and one.receipt.date and not place.is_open(one.receipt.date):
                now = listed.now(id)
                near: dict[str, Parameter] = {"suggestion": now.id} if now and now.id != id else {}
                yield RULE.at(one.at("workplaces", at), given=id, day=place.closed or today, **near)
