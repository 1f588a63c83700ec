"""Courses in goals, in receipts and in the year's status."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.shown import Shown
from ...model.uptake.courses import coming, courses_of, held, planned
from ...model.uptake.history import counted
from ...model.uptake.status import Figure, StatusPart, StatusTable
from ...model.uptake.tally import Count, Tally
from ...model.uptake.tools import Tool, ToolKind
from ...model.uptake.workplaces import workplaces_of
from .addresses import CONSULTANTS, has_page
from .coming import workplaces_in

HELD = f"{CONSULTANTS}#held"
_SOURCE = message("The value consultants' plan of courses")
_HELD = message("Courses held by value consultants")


def tools(handbook: Handbook) -> Iterator[Tool]:
    """Yield what is offered, also what is offered no longer: receipts may name it."""
    for offer in courses_of(handbook).offer_by_id.values():
        if offer.code:
            yield Tool(offer.code, ToolKind.COURSE, offer.name)


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: the courses that were held."""
    yield Count("courses-held", _HELD, courses_held)


def courses_held(handbook: Handbook, today: date) -> Tally:
    """Count the courses that were held, of all that were planned until today: those that were cancelled, and those of
    which nothing is said yet, are among what there could be."""
    days = tuple(one.date for one in held(handbook, today) if one.date)
    until = sum(1 for one in planned(handbook) if one.date and (one.date < today or (one.date == today and one.held)))
    return Tally(days, until, _SOURCE, HELD)


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part on courses, where there is a plan of courses."""
    handbook, today = shown.handbook, shown.today
    if not has_page(handbook) or not planned(handbook):
        return
    tally, to_come = courses_held(handbook, today), len(list(coming(handbook, today)))
    tables = [_by_offer(handbook, today)] if tally.number else []
    groups = _by_groups(handbook, today)
    yield StatusPart(
        id="courses",
        order=30,
        title=message("Courses with value consultants"),
        paragraphs=(message("A course with workplaces of several departments is counted once in each."),)
        if groups
        else (),
        figures=(
            counted(_HELD, tally, today),
            Figure(
                message("Courses to come"),
                to_come,
                None,
                message("What value consultants have agreed on"),
                f"{CONSULTANTS}#coming",
            ),
        ),
        tables=(*tables, *groups),
        more=((message("See what value consultants offer"), CONSULTANTS),),
    )


def _by_offer(handbook: Handbook, today: date) -> StatusTable:
    numbers: dict[str, int] = {}
    for course in held(handbook, today):
        numbers[course.offer] = numbers.get(course.offer, 0) + 1
    offers = courses_of(handbook).offer_by_id.values()
    rows = tuple((offer.name, numbers[offer.id]) for offer in offers if offer.id in numbers)
    return StatusTable(message("Courses held, by what was offered"), (message("Course"), message("Held")), rows)


def _by_groups(handbook: Handbook, today: date) -> tuple[StatusTable, ...]:
    """Return the table of the departments, where there are workplaces enough to be told apart."""
    listed = workplaces_of(handbook)
    took_part = [{one.id for one in workplaces_in(course, listed, today)} for course in held(handbook, today)]
    # Those that have closed since are counted where they were, or the number of a department would tell of them.
    groups = listed.groups(today, frozenset[str]().union(*took_part))
    rows = tuple((group.name, sum(1 for ids in took_part if ids & group.ids)) for group in groups)
    if not rows or not any(took_part):
        return ()
    caption = message("Courses held, by the departments of those who took part")
    return (StatusTable(caption, (message("Department"), message("Held")), rows),)
