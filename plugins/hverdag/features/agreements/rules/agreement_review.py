"""An agreement that is to be looked at again before it was made.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-08-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_agreements

RULE = Rule(
    "agreement-review",
    Level.ERROR,
    "It is to be looked at again on {day}, before it was agreed.",
    "Write the day that they will look at it again, or delete the field.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    for one in placed_agreements(handbook):
        agreement = one.agreement
        if agreement.date and agreement.review and agreement.review < agreement.date:
            yield RULE.at(one.at("review"), day=agreement.review)
