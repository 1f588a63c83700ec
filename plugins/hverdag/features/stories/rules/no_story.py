"""A handbook in which no story is published.

Values alone say little: readers come for the stories. The first one is a draft until it is written, and everyone who
took part has nodded yes.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule, Source
from ....model.texts.story import SEEN, State, Story

RULE = Rule("no-story", Level.HINT, "No story is published yet.", "{advice}", __doc__)

_NO_FILE = message("Begin one: hverdag new story")
ADVICE = {
    State.DRAFT: message(
        "This one is a draft. When it is written, write state: in-review, and when everyone who took part has nodded "
        "yes, state: published."
    ),
    State.IN_REVIEW: message(
        "This one is in review. When everyone who took part has nodded yes, write state: published."
    ),
}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint where readers have no story and never had one, at the one that is nearest to it. A withdrawal makes
    none, and neither does a fault that hides a story's state."""
    stories = handbook.stories
    if any(story.state in SEEN or not story.is_state_known for story in stories) or handbook.settings.is_faulty():
        return
    ways = [story for story in stories if story.state in ADVICE]
    nearest = min(ways, key=lambda story: story.state is State.DRAFT, default=None)
    yield RULE.at(_place(nearest, handbook), advice=ADVICE[nearest.state] if nearest else _NO_FILE)


def _place(story: Story | None, handbook: Handbook) -> Source:
    return story.at("state") if story else Source(handbook.settings.path)
