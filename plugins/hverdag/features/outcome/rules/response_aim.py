"""A chosen story that points to no goal."""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.answers import Answer

RULE = Rule(
    "response-aim",
    Level.WARNING,
    "Management chose the story, but does not say which goal it points to.",
    "Write goal: and one of these: {choices}.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each chosen story without a goal, where there are goals or a strategy."""
    choices = ", ".join(goal.id for goal in handbook.settings.directions if goal.id)
    if choices:
        for story in handbook.stories:
            response = story.response
            if response and response.answer is Answer.CHOSEN and not response.goal:
                yield RULE.at(story.at("response"), choices=choices)
