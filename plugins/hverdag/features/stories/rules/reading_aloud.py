"""A story that takes longer to read aloud than people can listen.

Counted at 130 words a minute.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "reading-aloud",
    Level.HINT,
    "It takes about {minutes} minutes to read the story aloud.",
    "Stay under {most} minutes, so that there is time to talk.",
    __doc__,
)

MOST = 4


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each story that takes more than four minutes."""
    for story in handbook.stories:
        minutes = story.body.minutes_aloud
        if minutes > MOST:
            yield RULE.at(Source(story.path, story.body.line), minutes=round(minutes), most=MOST)
