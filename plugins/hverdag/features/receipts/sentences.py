"""The part of the year's status with sentences from workplaces. A sentence is told only if its workplace has said yes
to that, and the workplace is named only if it has said yes to that too."""

from collections.abc import Iterable
from datetime import timedelta

from ...model.message import Month, Words, message
from ...model.shown import Shown
from ...model.uptake.receipts import Receipt, receipts
from ...model.uptake.status import Quote, StatusPart
from ...model.uptake.workplaces import Workplace, Workplaces, workplaces_of

MOST = 3
YEAR = timedelta(days=365)


def sentences(shown: Shown) -> StatusPart:
    """Return the part with the sentences of the last year."""
    listed = workplaces_of(shown.handbook)
    chosen = _chosen(_candidates(shown), listed)
    return StatusPart(
        id="sentences",
        order=70,
        title=message("From the workplaces"),
        paragraphs=() if chosen else (message("Nothing received yet."),),
        quotes=tuple(Quote(one.sentence, _said_by(one, listed, shown)) for one in chosen),
    )


def _candidates(shown: Shown) -> list[Receipt]:
    """Return the receipts whose sentences may be told, the newest first."""
    today = shown.today
    found = [
        one
        for one in receipts(shown.handbook)
        if one.sentence and one.date and one.yes and today - YEAR < one.date <= today and one.yes <= today
    ]
    return sorted(found, key=lambda one: (one.date or today, one.identity, one.sentence), reverse=True)


def _chosen(found: Iterable[Receipt], listed: Workplaces) -> Iterable[Receipt]:
    """Return the newest of each of several departments; where there are fewer departments, the newest of other
    workplaces, and then the newest of all."""
    all_found, chosen = list(found), list[Receipt]()
    for heard in (
        lambda one: {listed.department(id) for id in one.workplaces},
        lambda one: set(one.workplaces),
        lambda _: set[str](),
    ):
        for one in all_found:
            is_new = one not in chosen and all(heard(one).isdisjoint(heard(other)) for other in chosen)
            if is_new and len(chosen) < MOST:
                chosen.append(one)
    return chosen


def _said_by(receipt: Receipt, listed: Workplaces, shown: Shown) -> Words:
    """Return who says a sentence, as far as it may be told, and in which month."""
    month = Month(receipt.date or shown.today)
    return message("{who}, {month}", who=_who(receipt, listed, shown), month=month)


def _who(receipt: Receipt, listed: Workplaces, shown: Shown) -> Words:
    places = [listed.by_id.get(id) for id in receipt.workplaces]
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
