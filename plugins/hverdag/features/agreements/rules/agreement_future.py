"""An agreement from a day that has not come yet.

An agreement says what a workplace does already. When it is looked at again is written under `review`.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 2062-09-03, workplace: larkfield, story: F01, method: M01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..known import placed_agreements

RULE = Rule(
    "agreement-future",
    Level.ERROR,
    "The agreement is from {day}, which has not come yet.",
    "Write the day it was agreed.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such agreement."""
    for one in placed_agreements(handbook):
        if one.agreement.date and one.agreement.date > today:
            yield RULE.at(one.at("date"), day=one.agreement.date)
