"""A business plan that was received on a day that has not come yet, or in a year that is far from its own.

One of the two is a slip of the pen, and the number would be that of another year.

Good:

    received:
      - year: 2026
        date: 2026-03-02
        workplaces: [larkfield]

Bad:

    received:
      - year: 2026
        date: 2062-03-02
        workplaces: [larkfield]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.history import EARLIEST
from ....model.uptake.plans import PlanReceived, Plans

RULE = Rule(
    "plan-date",
    Level.ERROR,
    "{cause}",
    "Write the day that you received the business plans, and the year that they are for.",
    __doc__,
)
MOST_YEARS, MOST_AHEAD = 2, 1
"""How many years a plan's year may come before, and after, that in which it was received."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day or year."""
    for file in handbook.data_of(Plans):
        for number, one in enumerate(file.received):
            name, cause = _fault(one, today)
            if cause:
                yield RULE.at(file.at("received", number, name), cause=cause)


def _fault(one: PlanReceived, today: date) -> tuple[str, Message | None]:
    if one.date and one.date > today:
        return "date", message("The business plans were received on {day}, which has not come yet.", day=one.date)
    if one.date and one.date < EARLIEST:
        words = message(
            "The business plans were received on {day}, before there was anything to count.", day=str(one.date)
        )
        return "date", words
    if one.date and one.year is not None and not -MOST_YEARS <= one.year - one.date.year <= MOST_AHEAD:
        words = message("Business plans of {year} were received on {day}.", year=str(one.year), day=one.date)
        return "year", words
    return "", None
