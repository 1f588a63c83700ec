"""A course with more people than what is offered is for.

It may have gone well all the same. If it often happens, the number of the offer may be too small.

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
        people: 12

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
        held: true
        people: 31
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of

RULE = Rule(
    "course-group",
    Level.HINT,
    '{given} people took part in "{name}", which is for at most {most}.',
    "Look at the number once more, or let the offer be for more.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each course with a group that is larger than the largest."""
    file = courses_of(handbook)
    for number, course in enumerate(file.courses):
        offer = file.offer_by_id.get(course.offer)
        if offer and offer.most and course.people and course.people > offer.most:
            place = file.at("courses", number, "people")
            yield RULE.at(place, given=course.people, name=offer.name, most=offer.most)
