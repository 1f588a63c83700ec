"""A course that is said both to have been held and to have come to nothing.

Good:

    offers:
      - id: vejen
        code: K01
        name: Vejen
        about: En gåtur med fire stop.
        minutes: 120
        most: 12
    consultants:
      - id: vk-1
        role: pædagog
        department: boern
    courses:
      - id: 2026-01
        offer: vejen
        date: 2026-09-03
        workplaces: [rylen]
        consultant: vk-1
        held: true

Bad:

    offers:
      - id: vejen
        code: K01
        name: Vejen
        about: En gåtur med fire stop.
        minutes: 120
        most: 12
    consultants:
      - id: vk-1
        role: pædagog
        department: boern
    courses:
      - id: 2026-01
        offer: vejen
        date: 2026-09-03
        workplaces: [rylen]
        consultant: vk-1
        held: true
        cancelled: true
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of

RULE = Rule(
    "course-cancelled",
    Level.ERROR,
    'The course "{given}" is both held and cancelled.',
    "Delete one of the two lines.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such course."""
    file = courses_of(handbook)
    for number, course in enumerate(file.courses):
        if course.held and course.cancelled:
            yield RULE.at(file.at("courses", number, "cancelled"), given=course.id)
