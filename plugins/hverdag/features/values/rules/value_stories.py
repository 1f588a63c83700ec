"""A value that no published story carries.

A value that cannot be seen in practice is either the wrong one or too abstract. It is reported once there are as many
published stories as values: a handbook with few stories is still growing.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.story import Story

RULE = Rule(
    "value-stories",
    Level.WARNING,
    "No published story carries the value {name}.",
    "Find a story that shows it, or talk about whether the value is the right one.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each value without stories, once there are as many stories as values, unless a fault
    hides which values some story carries."""
    if len(handbook.published) < max(len(handbook.values), 1) or any(
        _is_hidden(story, handbook) for story in handbook.stories
    ):
        return
    carried = {id for story in handbook.published for id in story.values}
    for value in handbook.values:
        if value.id not in carried:
            yield RULE.at(value.at(), name=value.name or value.id)


def _is_hidden(story: Story, handbook: Handbook) -> bool:
    """Return True if a fault hides whether readers see a story, or which values it carries."""
    faulty = any(place[:1] == ("values",) for place in story.faulty)
    return faulty or not story.is_state_known or not handbook.value_by_id.keys() >= set(story.values)
