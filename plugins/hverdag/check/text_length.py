"""A title, summary or promise too long for the place it is printed in.

Titles are said aloud and stand on cards; summaries stand in lists.
"""

from collections.abc import Iterator
from datetime import date

from ..model.content import Story
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule

RULE = Rule(
    "text-length",
    Level.WARNING,
    "The text has {count} characters; {most} is the most that reads well.",
    "Make it shorter.",
    __doc__,
)

_STORY = {"title": 80, "summary": 280, "workplace": 80, "image_alt": 250}
_VALUE = {"name": 30, "promise": 160}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each text that is too long."""
    for document in handbook.documents:
        for name, most in (_STORY if isinstance(document, Story) else _VALUE).items():
            count = len(getattr(document, name))
            if count > most:
                yield RULE.at(document.at(name), count=count, most=most)
