"""How many took part, by department, as receipts say it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from ...model.handbook import Handbook
from ...model.uptake.freezing import REST
from ...model.uptake.receipts import Receipt, receipts
from ...model.uptake.workplaces import Workplaces, workplaces_of


def participants(
    handbook: Handbook, year: int, since: date | None, today: date
) -> tuple[Mapping[str, int], Mapping[str, Collection[str]]]:
    """Return how many took part, and the ids of the workplaces that reported, of each department in a year. `since` is
    the day that an earlier file of the year was counted: receipts up to it are in that one."""
    listed = workplaces_of(handbook)
    people: dict[str, int] = {}
    reported: dict[str, set[str]] = {}
    for one in receipts(handbook):
        if one.people and one.date and one.date.year == year and (since or date.min) < one.date <= today:
            department = _department(one, listed)
            people[department] = people.get(department, 0) + one.people
            reported.setdefault(department, set()).update(_ids(one, listed))
    return people, reported


def _department(receipt: Receipt, listed: Workplaces) -> str:
    """Return the department of a receipt; REST if it comes from several, or from one that is unknown."""
    found = {listed.department(id) for id in receipt.workplaces}
    return next(iter(found)) if len(found) == 1 else REST


def _ids(receipt: Receipt, listed: Workplaces) -> Iterator[str]:
    """Yield the workplaces of a receipt that are known, as they are now: two that have become one are one."""
    return (now.id for id in receipt.workplaces if (now := listed.now(id)))
