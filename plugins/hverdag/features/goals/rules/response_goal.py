"""A response that points to a goal, or to a point of the strategy, that does not exist.

Good:

    response:
      answer: declined
      reason: We want to wait.
      date: 2026-05-04
      role: The directors

Bad:

    response:
      answer: chosen
      reason: We know that night.
      goal: turst
      date: 2026-05-04
      role: The directors
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
    none="There are no goals and no strategy in {settings} yet. Take it out, or write the goal there first.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each response that points to something unknown."""
    known = goal_names(handbook)
    for story in () if handbook.settings.is_faulty() else handbook.stories:
        goal = story.response.goal if story.response else ""
        if goal and goal not in known:
            near, settings = id_suggestion(goal, known), handbook.settings.written_in
            at = story.at("response", "goal")
            yield RULE.at(at, given=goal, choices=", ".join(known), settings=settings, **near)
