"""A story for the pamphlet that does not exist.

The pamphlet's stories are named in handbook.yml by their file names, without the ending.

Good:

    pamphlet:
      stories: [the-key]

Bad:

    pamphlet:
      stories: [the-kye]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.names import story_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion
from ..model import PamphletSection

RULE = Rule(
    "pamphlet-story",
    Level.ERROR,
    'There is no story called "{given}".',
    "Take it out, or write a file name in stories/ without the ending.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that no story has."""
    names = story_names(handbook)
    for number, name in enumerate(handbook.settings.of(PamphletSection).pamphlet.stories):
        if name not in handbook.story_by_id:
            place = handbook.settings.at("pamphlet", "stories", number)
            near = handbook.new_id("story", name) or id_suggestion(name, names)
            yield RULE.at(place, given=name, **near)
