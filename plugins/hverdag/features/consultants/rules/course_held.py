"""A course that is said to have been held, on a day that has not come.

Good:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children
    courses:
      - id: 2026-01
        offer: the-road
        date: 2026-09-03
        workplaces: [larkfield]
        consultant: vc-1
        held: true

Bad:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children
    courses:
      - id: 2026-01
        offer: the-road
        date: 2027-09-03
        workplaces: [larkfield]
        consultant: vc-1
        held: true
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of

RULE = Rule(
    "course-held",
    Level.ERROR,
    'The course "{given}" cannot have been held already: its day is {day}.',
    "Delete `held: true`, or write the day it was held.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each course that was held after today."""
    file = courses_of(handbook)
    for number, course in enumerate(file.courses):
        if course.held and course.date and course.date > today:
            yield RULE.at(file.at("courses", number, "held"), given=course.id, day=str(course.date))
