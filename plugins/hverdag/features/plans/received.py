"""Whose business plans have been received, year by year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...model.handbook import Handbook
from ...model.uptake.plans import Plans
from ...model.uptake.workplaces import Workplace, Workplaces, workplaces_of


@dataclass(frozen=True)
class PlanYear:
    """The business plans of one year: the first day that each workplace's was received, by its id, and the last day of
    the year, or today if that comes first. `of` are the ids of all that could be received."""

    year: int
    until: date
    days: Mapping[str, date]
    of: frozenset[str]


def plan_years(handbook: Handbook, today: date) -> tuple[PlanYear, ...]:
    """Return the years with business plans that have been received, the newest first."""
    listed, found = workplaces_of(handbook), dict[int, dict[str, date]]()
    for year, day, id in _rows(handbook, today):
        _keep_first(found.setdefault(year, {}), listed.now(id, _until(year, today)), day)
    return tuple(_year(listed, year, found[year], today) for year in sorted(found, reverse=True))


def first_plans(handbook: Handbook, today: date) -> Mapping[str, date]:
    """Return the first day that a business plan of each workplace was received, of whatever year, by the id of what the
    workplace is now."""
    listed, found = workplaces_of(handbook), dict[str, date]()
    for _, day, id in _rows(handbook, today):
        _keep_first(found, listed.now(id, today), day)
    return found


def _rows(handbook: Handbook, today: date) -> Iterator[tuple[int, date, str]]:
    """Yield the year, the day and the workplace of each business plan that has been received."""
    for one in (row for file in handbook.data_of(Plans) for row in file.received):
        if one.year and one.date and one.date <= today:
            yield from ((one.year, one.date, id) for id in one.workplaces)


def _keep_first(days: dict[str, date], workplace: Workplace | None, day: date) -> None:
    if workplace:
        days[workplace.id] = min(days.get(workplace.id, day), day)


def _until(year: int, today: date) -> date:
    return min(date(min(max(year, 1), 9999), 12, 31), today)


def _year(workplaces: Workplaces, year: int, days: Mapping[str, date], today: date) -> PlanYear:
    until = _until(year, today)
    # One that has closed since its plan was received still counts, and is among those that there could be.
    return PlanYear(year, until, days, workplaces.open_or(until, days))
