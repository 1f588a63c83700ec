"""A yes to publish a wording from a day that has not come yet, or from before it was agreed.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, agreement: We ask first., yes: 2026-09-10}

Bad:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, agreement: We ask first., yes: 2027-09-10}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_agreements

RULE = Rule(
    "agreement-yes",
    Level.ERROR,
    "The yes is from {day}, which cannot be right.",
    "Write the day that the workplace said yes.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    for one in placed_agreements(handbook):
        yes, day = one.agreement.yes, one.agreement.date
        if yes and (yes > today or (day and yes < day)):
            yield RULE.at(one.at("yes"), day=yes)
