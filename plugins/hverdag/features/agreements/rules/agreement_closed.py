"""An agreement of a workplace on a day when it was closed, or had become part of another one.

Good:

    agreements:
      - {date: 2026-09-03, workplace: larkfield, story: F01, method: M01, review: 2026-10-01}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.uptake.workplaces import workplaces_of
from ..known import placed_agreements

RULE = Rule(
    "agreement-closed",
    Level.WARNING,
    "The workplace {given} closed on {day}, before this agreement.",
    "Write the workplace that it is now, or the right date.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each workplace that was closed on the day."""
    listed = workplaces_of(handbook)
    for one in placed_agreements(handbook):
        id, day = one.agreement.workplace, one.agreement.date
        place = listed.by_id.get(id)
        if place and day and not place.is_open(day):
            now = listed.now(id)
            near: dict[str, Parameter] = {"suggestion": now.id} if now and now.id != id else {}
            yield RULE.at(one.at("workplace"), given=id, day=place.closed or today, **near)
