"""What goals can count in receipts."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.receipts import first_days, folded, receipts
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally, tally_of_workplaces
from ...model.uptake.workplaces import workplaces_of

TARGET = f"{STATUS}#receipts"
_SOURCE = message("Receipts from workplaces")


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: workplaces, departments and receipts."""
    yield Count("workplaces-with-receipt", message("Workplaces that have used one of our tools"), _used)
    yield Count("workplaces-active", message("Workplaces that have worked with the values in any way"), _active)
    yield Count("departments-reached", message("Departments with a workplace that has used one of our tools"), _reached)
    yield Count("receipts", message("Receipts"), _receipts)


def _used(handbook: Handbook, today: date) -> Tally:
    return _of_workplaces(handbook, today, with_own_ways=False)


def _active(handbook: Handbook, today: date) -> Tally:
    return _of_workplaces(handbook, today, with_own_ways=True)


def _of_workplaces(handbook: Handbook, today: date, *, with_own_ways: bool) -> Tally:
    days = first_days(handbook, today, with_own_ways=with_own_ways)
    return tally_of_workplaces(days, handbook, today, _SOURCE, TARGET)


def _reached(handbook: Handbook, today: date) -> Tally:
    """Count departments, those with few workplaces as one: of a department alone it would say what its only workplace
    does."""
    days = first_days(handbook, today, with_own_ways=False)
    groups = workplaces_of(handbook).groups(today, days.keys())
    first = (min((days[id] for id in group.ids & days.keys()), default=None) for group in groups)
    return Tally(tuple(sorted(day for day in first if day)), len(groups), _SOURCE, TARGET)


def _receipts(handbook: Handbook, today: date) -> Tally:
    days = [one.date for one in receipts(handbook) if one.date and one.date <= today]
    days += [day for day, row in folded(handbook) if day <= today for _ in range(row.receipts)]
    return Tally(tuple(sorted(days)), None, _SOURCE, TARGET)
