"""What a goal can count in business plans."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally, tally_of_workplaces
from .received import first_plans

ID = "plans"
"""The id of the status part, which is also its anchor."""
TARGET = f"{STATUS}#{ID}"
SOURCE = message("Business plans that we have received")
NAME = message("Workplaces whose business plan mentions the work with the values")


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: the workplaces whose business plan of some year was received."""
    yield Count("plan-received", NAME, received)


def received(handbook: Handbook, today: date) -> Tally:
    """Return how many workplaces' business plans have been received. A workplace counts from its first one on: a new
    year takes nothing away."""
    return tally_of_workplaces(first_plans(handbook, today), handbook, today, SOURCE, TARGET)
