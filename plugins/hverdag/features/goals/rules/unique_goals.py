"""Two result goals with the same id, or with ids that become the same address.

Each goal has a page, and its address is made of its id: `Mål 1/2` and `maal-1-2` are found at the same one. Stories
point to a goal by its id, so a second goal with the same id would never be found.

Good:

    goals:
      - id: bredt
        text: Alle er med.
      - id: synlig
        text: Værdierne kan ses.

Bad:

    goals:
      - id: bredt
        text: Alle er med.
      - id: Bredt
        text: Værdierne kan ses.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..addresses import goal_name

RULE = Rule(
    "unique-goals",
    Level.ERROR,
    'The goal "{given}" is found at the same address as the goal "{other}".',
    "Give one of the two another id.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each goal whose address was seen before. One without an id has its problem already."""
    seen: dict[str, str] = {}
    for number, goal in enumerate(handbook.settings.goals):
        if not goal.id:
            continue
        name = goal_name(goal)
        if name in seen:
            yield RULE.at(handbook.settings.at("goals", number, "id"), given=goal.id, other=seen[name])
        seen.setdefault(name, goal.id)
