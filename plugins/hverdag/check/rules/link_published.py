"""A link to a story that readers cannot see.

The story may have been taken out, or it is not published yet. Its file is there, but a reader who follows the link
finds nothing.
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import source_of
from ...model.texts.story import State, Story

RULE = Rule(
    "link-published",
    Level.ERROR,
    'The link leads to "{given}", which is not published.',
    "Take the link out, or publish the story.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link from what readers see to a story that they do not."""
    for document in handbook.documents:
        if isinstance(document, Story) and not document.is_published:
            continue
        for link in document.body.links:
            target = link.get("href").partition("#")[0]
            story = handbook.story_by_path.get(target)
            if story and (story.is_faulty() or story.is_faulty("state") or not story.has("state")):
                continue  # nobody can tell: that is the problem, and it has been reported
            notice = story and story.state is State.RETIRED and story.has_ended(today)
            if story and story.is_state_known and not story.is_published and not notice:
                yield RULE.at(source_of(document, link), given=target)
