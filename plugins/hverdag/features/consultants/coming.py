"""The courses to come, as everyone may read of them: a workplace is named only if it has said yes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...model.handbook import Handbook
from ...model.uptake.courses import Course, Offer, coming, courses_of
from ...model.uptake.workplaces import Workplace, WorkplaceGroup, Workplaces, workplaces_of


@dataclass(frozen=True)
class ComingCourse:
    """A course to come. `start` is a clock time, or empty. `workplaces` are the names of those that may be named, and
    `departments` those of the groups that the others are in, where at least five others are. An `open` course tells its
    `place` and nobody who takes part in it."""

    date: date
    start: str
    offer: Offer
    workplaces: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    open: bool = False
    place: str = ""


def coming_courses(handbook: Handbook, today: date) -> Iterator[ComingCourse]:
    """Yield the courses to come, the first one first."""
    file, listed = courses_of(handbook), workplaces_of(handbook)
    groups = listed.groups(today)
    for course in coming(handbook, today):
        if course.date is None:
            continue
        offer = file.offer_by_id[course.offer]
        if course.open:
            yield ComingCourse(course.date, course.start, offer, open=True, place=course.place)
            continue
        taking_part = workplaces_in(course, listed, today)
        named = tuple(one.name for one in taking_part if one.may_be_named(today))
        others = {one.id for one in taking_part if not one.may_be_named(today)}
        yield ComingCourse(course.date, course.start, offer, named, tuple(names_of(groups, others)))


def workplaces_in(course: Course, listed: Workplaces, today: date) -> tuple[Workplace, ...]:
    """Return the workplaces that take part in a course, as what they have become by today."""
    found = {one.id: one for id in course.workplaces if (one := listed.now(id, today))}
    return tuple(found.values())


def names_of(groups: tuple[WorkplaceGroup, ...], ids: set[str]) -> Iterator[str]:
    """Yield the name of each group that an unnamed workplace is in, by the ids of workplaces, as far as one can hide in
    it."""
    return (group.name for group in groups if ids & group.ids and group.can_hide_one)
