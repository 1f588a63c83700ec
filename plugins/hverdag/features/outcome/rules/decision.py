"""A published story that the group has not affirmed.

One decision for all the criteria, not a box to tick for each.

Good:

    decision:
      date: 2026-04-20
      group: The values group
      doubts:
        - criterion: true-to-life
          why: Two of us do not remember it the same way.

Bad:

    origin: collected
    state: published
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ..samples import decision_lines

RULE = Rule(
    "decision",
    Level.ERROR,
    "The group has not said whether the story meets the criteria.",
    "When it has, write it like this. If you doubted any of the criteria, say which and why under doubts.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published story without a decision, where one is demanded."""
    for story in handbook.published:
        if handbook.requirements(story).decision and not story.decision and not story.is_faulty("decision"):
            yield RULE.at(story.at("state"), sample=decision_lines(handbook, today))
