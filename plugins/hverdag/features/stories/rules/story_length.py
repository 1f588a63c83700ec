"""A story that is very short, or longer than a meeting has time for.

A story of 250 to 450 words is read in two minutes and talked about for twenty.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source, Tag

RULE = Rule(
    "story-length",
    Level.HINT,
    "The story has {count} words; {fewest} to {most} works best.",
    "Cut or add, if it does the story good.",
    __doc__,
    (Tag.DRAFT_MAY_LACK,),
)

FEWEST, MOST = 150, 600


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each story far from the usual length; one without text is `story-text`."""
    for story in handbook.stories:
        words = story.body.words
        if words and not FEWEST <= words <= MOST:
            yield RULE.at(Source(story.path, story.body.line), count=words, fewest=FEWEST, most=MOST)
