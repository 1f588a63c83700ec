"""A doubt about a criterion that does not exist.

Good:

    decision:
      date: 2026-04-20
      group: The values group
      doubts:
        - criterion: true-to-life
          why: Two of us do not remember it the same way.

Bad:

    decision:
      date: 2026-04-20
      group: The values group
      doubts:
        - criterion: honest
          why: Two of us do not remember it the same way.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.names import criterion_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion

RULE = Rule(
    "decision-criterion",
    Level.ERROR,
    '"{given}" is not a criterion.',
    "Choose among {choices}.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each doubt about an unknown criterion. Where there are none at all, that is the problem."""
    known = criterion_names(handbook)
    for story in handbook.stories if known else ():
        for number, doubt in enumerate(story.decision.doubts if story.decision else ()):
            if doubt.criterion and doubt.criterion not in known:
                at = story.at("decision", "doubts", number, "criterion")
                near = id_suggestion(doubt.criterion, known)
                yield RULE.at(at, given=doubt.criterion, choices=", ".join(known), **near)
