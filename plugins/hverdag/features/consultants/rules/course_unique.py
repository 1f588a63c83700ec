"""Two offers, two value consultants or two courses with the same id.

Receipts, evaluation sheets and calendars name them by it.

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
        held: true
      - id: 2026-01
        offer: the-road
        date: 2026-09-03
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
    "course-unique",
    Level.ERROR,
    'The id "{given}" is there twice.',
    "Give one of the two another id.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each id that stood higher up in the same list."""
    file = courses_of(handbook)
    ids = {
        "offers": [one.id for one in file.offers],
        "consultants": [one.id for one in file.consultants],
        "courses": [one.id for one in file.courses],
    }
    for name, of_list in ids.items():
        seen: set[str] = set()
        for number, id in enumerate(of_list):
            if id and id in seen:
                yield RULE.at(file.at(name, number, "id"), given=id)
            seen.add(id)
