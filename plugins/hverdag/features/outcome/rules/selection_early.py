"""A selection that was nodded to before one of its stories was finished.

Nobody can have said yes to a story that its own contributors, the group or management had not yet.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.story import Story

RULE = Rule(
    "selection-early",
    Level.WARNING,
    "The selection was nodded to on {day}, and the last yes to the story came on {last}.",
    "Ask about the story again, and write a new date and new numbers under selections in handbook.yml.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each published story that was finished after the edition's selection."""
    selection = handbook.settings.selection
    for story in handbook.published:
        last = max(_days(story), default=None)
        if selection and selection.date and last and story.id in selection.stories and last > selection.date:
            yield RULE.at(story.at("state"), day=str(selection.date), last=str(last))


def _days(story: Story) -> Iterator[date]:
    """Yield the days of a story's decision, response and nods."""
    answers = (story.decision, story.response, *(contributor.nod for contributor in story.contributors))
    yield from (answer.date for answer in answers if answer is not None and answer.date is not None)
