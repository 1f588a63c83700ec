"""A sentence that names a workplace that has not said yes to be named.

A yes to publish a sentence is no yes to be named, and a sentence can name other workplaces too. What says yes is the
field `named` of the workplace in values/workplaces.yml.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, sentence: We talked about asking., yes: 2026-09-10}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [larkfield], tool: F01, sentence: We talked to Elmside., yes: 2026-09-10}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.unnamed import unnamed_in
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_receipts

RULE = Rule(
    "receipt-named",
    Level.ERROR,
    'The sentence names a workplace that has not said yes to be named: "{given}".',
    'Write something else, such as "we", or ask the workplace, and write the day under named in values/workplaces.yml.',
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each sentence that names such a workplace."""
    find = unnamed_in(workplaces_of(handbook), today)
    for one in placed_receipts(handbook):
        if found := find(one.receipt.sentence):
            yield RULE.at(one.at("sentence"), given=found)
