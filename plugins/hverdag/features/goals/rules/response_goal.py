"""A response that points to a goal, or to a point of the strategy, that does not exist.

Good:

    response:
      answer: declined
      reason: Vi vil vente.
      date: 2026-05-04
      role: Direktionen

Bad:

    response:
      answer: chosen
      reason: Vi kender den nat.
      goal: tiltid
      date: 2026-05-04
      role: Direktionen
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.names import goal_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule(
    "response-goal",
    Level.ERROR,
    '"{given}" is neither a result goal nor a point of the strategy.',
    "Take it out, or choose among {choices}.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each response that points to something unknown."""
    known = goal_names(handbook)
    for story in () if handbook.settings.is_faulty() else handbook.stories:
        goal = story.response.goal if story.response else ""
        if goal and goal not in known:
            yield RULE.at(
                story.at("response", "goal"), given=goal, choices=", ".join(known), **id_suggestion(goal, known)
            )
