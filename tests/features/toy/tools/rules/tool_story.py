"""A tool of a story that there is not.

Good:

    stories: [noeglen]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import Tool

RULE = Rule("tool-story", Level.ERROR, 'There is no story called "{given}".', "Write the name of its file.", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story of a tool that there is not."""
    for tool in handbook.of(Tool):
        for at, id in enumerate(tool.stories):
            if id not in handbook.story_by_id:
                yield RULE.at(tool.at("stories", at), given=id)
