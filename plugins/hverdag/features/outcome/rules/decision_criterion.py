"""A doubt about a criterion that does not exist.

Good:

    decision:
      date: 2026-04-20
      group: Værdigruppen
      doubts:
        - criterion: sand
          why: To af os husker det ikke ens.

Bad:

    decision:
      date: 2026-04-20
      group: Værdigruppen
      doubts:
        - criterion: sandt
          why: To af os husker det ikke ens.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion

RULE = Rule(
    "decision-criterion",
    Level.ERROR,
    '"{given}" is not a criterion.',
    "handbook.yml lists the criteria.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each doubt about an unknown criterion."""
    known = {criterion.id for criterion in handbook.settings.criteria}
    for story in handbook.stories:
        for number, doubt in enumerate(story.decision.doubts if story.decision else ()):
            if doubt.criterion and doubt.criterion not in known:
                at = story.at("decision", "doubts", number, "criterion")
                yield RULE.at(at, given=doubt.criterion, **suggestion(doubt.criterion, known))
