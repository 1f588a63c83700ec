"""A sentence from a workplace that has not said yes to publish it.

Everyone with access to the repository can read what is in values/receipts/. A sentence belongs there only when its
workplace has said yes, with the day under `yes`. Until then it stays in private/receipts/, in a file of the same form,
which git never sees.

Good:

    receipts:
      - date: 2026-09-03
        workplaces: [larkfield]
        tool: F01
        sentence: We talked about when to ask one another.
        yes: 2026-09-10

Bad:

    receipts:
      - date: 2026-09-03
        workplaces: [larkfield]
        tool: F01
        sentence: We talked about when to ask one another.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_receipts

RULE = Rule(
    "receipt-sentence",
    Level.ERROR,
    "The workplace has not said yes to publish this sentence.",
    "Ask it, and write the day it said yes, as yes: 2026-09-10. Until then, move the sentence to private/receipts/.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each sentence without a yes. A yes that is no date has its problem already."""
    for one in placed_receipts(handbook):
        is_asked = one.receipt.yes or one.file.is_faulty("receipts", one.number, "yes")
        if one.receipt.sentence and not is_asked:
            yield RULE.at(one.at("sentence"))
