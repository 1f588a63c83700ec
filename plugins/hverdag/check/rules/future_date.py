"""A nod, a decision, a response or a selection on a day that has not come yet.

Good:

    decision:
      date: 2026-04-20
      group: The values group

Bad:

    decision:
      date: 2062-04-20
      group: The values group
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule

RULE = Rule(
    "future-date",
    Level.ERROR,
    "The day {day} has not come yet.",
    "Write the day it happened.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    for story in handbook.stories:
        for number, contributor in enumerate(story.contributors):
            if contributor.nod and contributor.nod.date and contributor.nod.date > today:
                yield RULE.at(story.at("contributors", number, "nod", "date"), day=str(contributor.nod.date))
        for name, answer in (("decision", story.decision), ("response", story.response)):
            if answer and answer.date and answer.date > today:
                yield RULE.at(story.at(name, "date"), day=str(answer.date))
    for number, selection in enumerate(handbook.settings.selections):
        if selection.date and selection.date > today:
            yield RULE.at(handbook.settings.at("selections", number, "date"), day=str(selection.date))
