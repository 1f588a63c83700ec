"""Two result goals or points of the strategy with the same id, or with ids that become the same address.

Each has a page, and its address is made of its id: `Goal 1/2` and `goal-1-2` are found at the same one. Stories point
to goals and to the strategy by their ids, so a second one with the same id would never be found.

Good:

    goals:
      - id: everyone
        text: Everyone takes part.
      - id: seen
        text: The values can be seen.

Bad:

    goals:
      - id: everyone
        text: Everyone takes part.
      - id: Everyone
        text: The values can be seen.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..addresses import direction_name

RULE = Rule(
    "unique-goals",
    Level.ERROR,
    'The id "{given}" gets the same address as "{other}".',
    "Give one of the two another id.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each goal or point whose id was seen before. One without an id has its problem already."""
    settings, seen = handbook.settings, dict[str, str]()
    for field, listed in settings.direction_lists:
        for number, one in enumerate(listed):
            name = direction_name(one)
            if one.id and name in seen:
                yield RULE.at(settings.at(field, number, "id"), given=one.id, other=seen[name])
            elif one.id:
                seen[name] = one.id
