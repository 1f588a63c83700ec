"""A number of participants that cannot be right: none at all, or more than a thousand for each workplace.

Where nobody counted, the field is left out.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 7}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, people: 0}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.receipts import is_plausible
from ..known import placed_receipts

RULE = Rule(
    "receipt-people",
    Level.ERROR,
    "{given} participants cannot be right.",
    "Write how many took part, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such number."""
    for one in placed_receipts(handbook):
        people = one.receipt.people
        if people is not None and not is_plausible(people, len(one.receipt.workplaces)):
            yield RULE.at(one.at("people"), given=str(people))
