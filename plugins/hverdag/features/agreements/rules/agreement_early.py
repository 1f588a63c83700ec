"""An agreement from a day before the year 2000.

It is a slip of the pen. The workplace would be counted from that day on, and the line of the numbers would begin there.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}

Bad:

    agreements:
      - {date: 0206-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ..known import placed_agreements

RULE = Rule(
    "agreement-early",
    Level.ERROR,
    "The agreement is from {day}, before there was anything to count.",
    "Write the day it was agreed.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such agreement."""
    for one in placed_agreements(handbook):
        if one.agreement.date and one.agreement.date < EARLIEST:
            yield RULE.at(one.at("date"), day=str(one.agreement.date))
