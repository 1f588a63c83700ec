"""A number among the agreements of one meeting that is less than 1.

Where a workplace makes several agreements at one meeting, the second has the number 2. The only one needs no number.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01, number: 2}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01, number: 0}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_agreements

RULE = Rule(
    "agreement-number",
    Level.ERROR,
    "{given} cannot be the number of an agreement.",
    "Write 1 for the first of several, 2 for the second, and so on, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such number."""
    for one in placed_agreements(handbook):
        if one.agreement.number < 1:
            yield RULE.at(one.at("number"), given=str(one.agreement.number))
