"""A course whose day has gone, and nobody has said whether it was held.

Until somebody does, it counts as planned and not as held.

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
        date: 2026-09-03
        workplaces: [larkfield]
        consultant: vc-1
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of
from ....model.uptake.history import EARLIEST

RULE = Rule(
    "course-past",
    Level.WARNING,
    'The course "{given}" was to be held on {day}, and nothing says whether it was.',
    "Write `held: true` there, or `cancelled: true` if it came to nothing.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each course before today that is neither held nor cancelled."""
    file = courses_of(handbook)
    for number, course in enumerate(file.courses):
        unsaid = not (course.held or course.cancelled)
        faulty = any(file.is_faulty("courses", number, name) for name in ("held", "cancelled"))
        if course.date and EARLIEST <= course.date < today and unsaid and not faulty:
            yield RULE.at(file.at("courses", number, "date"), given=course.id, day=str(course.date))
