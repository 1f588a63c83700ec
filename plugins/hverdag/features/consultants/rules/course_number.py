"""A number of people or minutes that cannot be true.

There cannot be fewer people than none, a course takes at least a minute, and the largest group is not smaller than the
smallest.

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

Bad:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: -120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of

RULE = Rule(
    "course-number",
    Level.ERROR,
    "{given} cannot be the number of {what}.",
    "Write the number that is meant.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such number."""
    file = courses_of(handbook)
    people = message("people")
    for number, offer in enumerate(file.offers):
        has_minutes = file.has("offers", number, "minutes") and not file.is_faulty("offers", number, "minutes")
        if has_minutes and offer.minutes < 1:
            yield RULE.at(file.at("offers", number, "minutes"), given=offer.minutes, what=message("minutes"))
        if offer.fewest is not None and offer.fewest < 1:
            yield RULE.at(file.at("offers", number, "fewest"), given=offer.fewest, what=people)
        if offer.most is not None and offer.most < max(1, offer.fewest or 1):
            yield RULE.at(file.at("offers", number, "most"), given=offer.most, what=people)
    for number, course in enumerate(file.courses):
        if course.people is not None and course.people < 0:
            yield RULE.at(file.at("courses", number, "people"), given=course.people, what=people)
