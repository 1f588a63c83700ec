"""Whose business plans have been received, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...model.handbook import Handbook
from ...model.uptake.workplaces import Workplace, Workplaces, workplaces_of
from .model import Plans


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
    for one in (row for file in handbook.data_of(Plans) for row in file.received):
        if one.year and one.date and one.date <= today:
            until = _until(one.year, today)
            days = found.setdefault(one.year, {})
            for id in one.workplaces:
                now = standing(listed, id, until)
                if now:
                    days[now.id] = min(days.get(now.id, one.date), one.date)
    return tuple(_year(listed, year, found[year], today) for year in sorted(found, reverse=True))


def standing(workplaces: Workplaces, id: str, day: date) -> Workplace | None:
    """Return the workplace with an id as it is on a day: if it has closed and become part of another, that one. None is
    returned for an unknown id."""
    one, seen = workplaces.by_id.get(id), set[str]()
    while one and not one.is_open(day) and one.became in workplaces.by_id and one.id not in seen:
        seen.add(one.id)
        one = workplaces.by_id[one.became]
    return one


def _until(year: int, today: date) -> date:
    return min(date(min(max(year, 1), 9999), 12, 31), today)


def _year(workplaces: Workplaces, year: int, days: Mapping[str, date], today: date) -> PlanYear:
    until = _until(year, today)
    # One that has closed since its plan was received still counts, and is among those that there could be.
    return PlanYear(year, until, days, frozenset((*days, *(one.id for one in workplaces.open(until)))))
