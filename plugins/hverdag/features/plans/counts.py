"""What a goal can count in business plans."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally
from ...model.uptake.workplaces import workplaces_of
from .received import plan_years

ID = "plans"
"""The id of the status part, which is also its anchor."""
TARGET = f"{STATUS}#{ID}"
SOURCE = message("Business plans that we have received, in values/plans.yml")
NAME = message("Workplaces whose business plan tells of the value work")


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: business plans of the newest year."""
    yield Count("plan-received", NAME, received)


def received(handbook: Handbook, today: date) -> Tally:
    """Return how many workplaces' business plans have been received, for the newest year that there are any for."""
    years = plan_years(handbook, today)
    if not years:
        return Tally((), len(workplaces_of(handbook).open(today)), SOURCE, TARGET)
    return Tally(tuple(sorted(years[0].days.values())), len(years[0].of), SOURCE, TARGET)
