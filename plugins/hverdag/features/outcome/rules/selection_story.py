"""A selection with a story that does not exist.

Good:

    selections:
      - edition: 1. udgave
        date: 2026-10-28
        group: Værdigruppen
        nodded: 14
        of: 14
        stories: [vinduet]

Bad:

    selections:
      - edition: 1. udgave
        date: 2026-10-28
        group: Værdigruppen
        nodded: 14
        of: 14
        stories: [vindue]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import suggestion

RULE = Rule(
    "selection-story",
    Level.ERROR,
    'There is no story called "{given}".',
    "Write the file names of stories.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown story in a selection."""
    for number, selection in enumerate(handbook.settings.selections):
        for place, id in enumerate(selection.stories):
            if id not in handbook.story_by_id:
                at = handbook.settings.at("selections", number, "stories", place)
                near = handbook.new_id("story", id) or suggestion(id, handbook.story_by_id)
                yield RULE.at(at, given=id, **near)
