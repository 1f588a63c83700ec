"""What value consultants offer, and the plan of courses, held and coming: the content of values/courses.yml."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from ..declared import Clock, Day, Declared, Number, Placed, Text, Truth, declared
from ..handbook import Handbook

PATH = "values/courses.yml"


class Offer(Declared):
    """A course that workplaces can ask for."""

    id: Text = declared("Id", "What courses write under `offer`; it never changes.", required=True)
    code: Text = declared("Code", "Short and permanent, such as K01: receipts name the course by it.", required=True)
    name: Text = declared("Name", "What readers see.", required=True, most=60)
    about: Text = declared("About", "What it is, in a few sentences.", required=True, most=400)
    minutes: Number = declared("Minutes", "How long it takes in all, breaks included.", default=0, required=True)
    fewest: Number | None = declared("Fewest people", "The smallest group that it is for.", default=None)
    most: Number | None = declared("Most people", "The largest group that it is for.", default=None)
    method: Text = declared(
        "Method", "The file name of the method that it follows, such as `the-value-road`.", names="method"
    )
    leads_to: Text = declared("What it leads to", "What the group has afterwards, in one sentence.", most=280)
    closed: Day | None = declared(
        "No longer offered", "The day from which it is offered no more; courses that were held keep it.", default=None
    )

    def is_open(self, day: date) -> bool:
        """Return True if it is offered on a day."""
        return self.closed is None or day < self.closed


class Consultant(Declared):
    """A value consultant, by role and department. A name belongs nowhere in the publication."""

    id: Text = declared("Id", "What courses write under `consultant`, such as `vc-1`; never a name.", required=True)
    role: Text = declared("Role", "What the consultant works as, such as `teacher`.", required=True, most=60)
    department: Text = declared("Department", "The id of the department, as in values/workplaces.yml.", required=True)


class Course(Declared):
    """A course on a day, held or coming."""

    id: Text = declared("Id", "What evaluation sheets name it by, such as `2026-04`; it never changes.", required=True)
    offer: Text = declared("Offer", "The id of what is offered.", required=True)
    date: Day | None = declared("Date", "The day it is held.", default=None, required=True)
    start: Clock = declared("Start", 'When it begins, such as "13:00".')
    workplaces: tuple[Text, ...] = declared("Workplaces", "The ids of those that take part.", default=())
    open: Truth = declared("Open to all", "`true` if workplaces can join it until the day.", default=False)
    place: Text = declared("Place", "Where it is held; readers see it only of a course that is open.", most=80)
    consultant: Text = declared("Consultant", "The id of whoever leads it.", required=True)
    held: Truth = declared("Held", "`true` when it has been held.", default=False)
    cancelled: Truth = declared("Cancelled", "`true` if it came to nothing.", default=False)
    people: Number | None = declared(
        "People", "How many took part; the number itself is never published.", default=None
    )


Row = TypeVar("Row", Offer, Consultant, Course)


class CourseFile(Placed):
    """The fields of values/courses.yml."""

    offers: tuple[Offer, ...] = declared("Offers", "What value consultants offer.", default=())
    consultants: tuple[Consultant, ...] = declared("Consultants", "Who they are, by role and department.", default=())
    courses: tuple[Course, ...] = declared("Courses", "The plan of courses, held and coming.", default=())

    path: str = PATH

    @cached_property
    def offer_by_id(self) -> Mapping[str, Offer]:
        """The offers by id, in order; of two with one id, the first."""
        return _by_id(self.offers)

    @cached_property
    def consultant_by_id(self) -> Mapping[str, Consultant]:
        """The consultants by id, in order; of two with one id, the first."""
        return _by_id(self.consultants)

    @cached_property
    def planned(self) -> tuple[Course, ...]:
        """The courses that have an id, a known offer and a day, by day; also those that were cancelled."""
        found = (one for one in self.course_by_id.values() if one.date and one.offer in self.offer_by_id)
        return tuple(sorted(found, key=_when))

    @cached_property
    def course_by_id(self) -> Mapping[str, Course]:
        """The courses by id, in order; of two with one id, the first."""
        return _by_id(self.courses)


def courses_of(handbook: Handbook) -> CourseFile:
    """Return the offers, the consultants and the courses of a handbook; none if it has no such file."""
    return next(iter(handbook.data_of(CourseFile)), CourseFile())


def planned(handbook: Handbook) -> tuple[Course, ...]:
    """Return the courses that have an id, a known offer and a day, by day; also those that were cancelled."""
    return courses_of(handbook).planned


def held(handbook: Handbook, today: date) -> Iterator[Course]:
    """Yield the courses that have been held up to a day, the first one first."""
    return (one for one in planned(handbook) if one.held and not one.cancelled and one.date and one.date <= today)


def coming(handbook: Handbook, today: date) -> Iterator[Course]:
    """Yield the courses of a day and of those after it that are to be held, the first one first."""
    return (one for one in planned(handbook) if not one.held and not one.cancelled and one.date and one.date >= today)


def _by_id(rows: Iterable[Row]) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row.id:
            found.setdefault(row.id, row)
    return found


def _when(course: Course) -> tuple[str, str, str]:
    return str(course.date), course.start, course.id
