"""What workplaces have said yes to publish, and who says it. A workplace is named only if it has said yes to that
too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..message import Month, Words, message
from ..shown import Shown
from .status import Quote
from .workplaces import Workplace, Workplaces, workplaces_of

MOST = 3
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Said:
    """Words of one workplace, or of several together: on which day, and the day of their yes to publish them. `order`
    divides what is of the same day."""

    text: str
    workplaces: tuple[str, ...]
    day: date
    yes: date
    order: tuple[str, ...] = ()


def newest_said(said: Iterable[Said], shown: Shown) -> list[Said]:
    """Return the newest words of the last year, at most MOST, of as many departments as there are; then of as many
    workplaces."""
    today, listed = shown.today, workplaces_of(shown.handbook)
    found = [one for one in said if today - YEAR < one.day <= today and one.yes <= today]
    found.sort(key=lambda one: (one.day, one.order, one.text), reverse=True)
    chosen: list[Said] = []
    ways: tuple[Callable[[Said], set[str]], ...] = (
        lambda one: {listed.department(id) for id in one.workplaces},
        lambda one: set(one.workplaces),
        lambda _: set(),
    )
    for heard in ways:
        for one in found:
            is_new = one not in chosen and all(heard(one).isdisjoint(heard(other)) for other in chosen)
            if is_new and len(chosen) < MOST:
                chosen.append(one)
    return chosen


def quoted(said: Said, shown: Shown) -> Quote:
    """Return words with who says them, as far as that may be told, and in which month."""
    who = _who(said, workplaces_of(shown.handbook), shown)
    return Quote(said.text, message("{who}, {month}", who=who, month=Month(said.day)))


def _who(said: Said, listed: Workplaces, shown: Shown) -> Words:
    places = [listed.by_id.get(id) for id in said.workplaces]
    known = [place for place in places if place]
    if known and len(known) == len(places) and all(place.may_be_named(shown.today) for place in known):
        return _joined(list(dict.fromkeys(place.name for place in known)))
    department = _department(known, listed, shown) if len(known) == len(places) else ""
    several = len({place.id for place in known}) > 1
    if department and several:
        return message("Workplaces in {department}", department=department)
    if department:
        return message("A workplace in {department}", department=department)
    return message("Several workplaces") if several else message("A workplace")


def _department(places: list[Workplace], listed: Workplaces, shown: Shown) -> str:
    """Return the name of the department that all of them belong to, if it has workplaces enough to hide among, and none
    of them is small."""
    fewest = shown.settings.floor
    if any(place.is_small(fewest) or not place.is_open(shown.today) for place in places):
        return ""
    of = {place.department for place in places}
    for group in listed.groups(shown.today):
        if len(group.departments) == 1 and of == {group.departments[0].id} and group.can_hide_one:
            return group.name
    return ""


def _joined(names: list[str]) -> Words:
    *first, last = names
    return message("{first} and {last}", first=", ".join(first), last=last) if first else last
