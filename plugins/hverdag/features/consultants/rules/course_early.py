"""A course on a day before the year 2000.

It is a slip of the pen, and the line of the courses held would begin there.

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
        date: 0206-09-03
        workplaces: [larkfield]
        consultant: vc-1
        held: true
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of
from ....model.uptake.history import EARLIEST

RULE = Rule(
    "course-early",
    Level.ERROR,
    'The course "{given}" is on {day}, before there was anything to count.',
    "Write the day it was held.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such course."""
    file = courses_of(handbook)
    for number, course in enumerate(file.courses):
        if course.date and course.date < EARLIEST:
            yield RULE.at(file.at("courses", number, "date"), given=course.id, day=str(course.date))
