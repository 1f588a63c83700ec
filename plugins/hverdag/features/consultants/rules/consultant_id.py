"""A value consultant's id that cannot be the name of a file.

What people say about a consultant's courses is in a file in `private/` that has the id as its name. If VK_1 and vk-1
were two people, one of them would get the other's.

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
        minutes: 120
        most: 12
    consultants:
      - id: VC_1
        role: teacher
        department: children
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.slug import is_file_name, slug
from ....model.uptake.courses import courses_of

RULE = Rule(
    "consultant-id",
    Level.ERROR,
    '"{given}" cannot be the name of a file.',
    "Write small letters from a to z, digits and hyphens, such as {example}, here and under `consultant` in the "
    "courses.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such id."""
    file = courses_of(handbook)
    for number, one in enumerate(file.consultants):
        if one.id and not is_file_name(one.id):
            near = slug(one.id)
            example = near if is_file_name(near) else f"vk-{number + 1}"
            yield RULE.at(file.at("consultants", number, "id"), given=one.id, example=example)
