"""A story for the pamphlet that is not published, or that may not be printed.

Only what is published is printed. Another story takes its place, so that the handbook can be built.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.consent import Channel
from ..model import PamphletSection

RULE = Rule(
    "pamphlet-published",
    Level.WARNING,
    'The story "{given}" is not published, or may not be printed, so the pamphlet has another in its place.',
    "Publish it, or choose another.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each chosen story that readers may not see."""
    for number, name in enumerate(handbook.settings.of(PamphletSection).pamphlet.stories):
        story = handbook.story_by_id.get(name)
        if story and not (story.is_published and story.allows(Channel.PRINT)):
            yield RULE.at(handbook.settings.at("pamphlet", "stories", number), given=name)
