"""A story in a file that is still called as the program called it.

The name of the file becomes the address of its page, and readers keep addresses. `hverdag rename` gives it another
name, and corrects what links to it.

Good:

    stories/the-key.md

Bad:

    stories/your-first-story.md
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.slug import slug
from ...starter import starter_words

RULE = Rule(
    "story-first-name",
    Level.HINT,
    'The file is still called "{given}", and its name becomes the address of the page.',
    "Give it a name that fits before you publish it: hverdag rename {given} {better}",
    __doc__,
)

MOST_LETTERS = 40


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for the story that a new handbook began with, once it has a title of its own. A handbook that has
    more published stories has grown used to its address."""
    if not handbook.settings.written_for or len(handbook.published) > 1:
        return
    title = starter_words(handbook.settings.language.value).story
    story = handbook.story_by_id.get(slug(title))
    better = slug(story.title)[:MOST_LETTERS].strip("-") if story else ""
    if story and better and better != story.id:
        yield RULE.at(story.at("title"), given=story.id, better=better)
