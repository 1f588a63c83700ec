"""What a goal can count in business plans."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally
from ...model.uptake.workplaces import workplaces_of
from .received import first_plans

ID = "plans"
"""The id of the status part, which is also its anchor."""
TARGET = f"{STATUS}#{ID}"
SOURCE = message("Business plans that we have received")
NAME = message("Workplaces whose business plan tells of the value work")


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: the workplaces whose business plan of some year was received."""
    yield Count("plan-received", NAME, received)


def received(handbook: Handbook, today: date) -> Tally:
    """Return how many workplaces' business plans have been received. A workplace counts from its first one on: a new
    year takes nothing away. One that has closed since still counts, and is among those that there could be."""
    days, listed = first_plans(handbook, today), workplaces_of(handbook)
    return Tally(tuple(sorted(days.values())), len(listed.open_or(today, days)) or None, SOURCE, TARGET)
