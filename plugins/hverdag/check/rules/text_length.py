"""A title, summary or promise too long for the place it is printed in.

Titles are said aloud and stand on cards; summaries stand in lists.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.method import Method
from ...model.texts.story import Story
from ...model.texts.value import Value

RULE = Rule(
    "text-length",
    Level.WARNING,
    "The text has {count} characters; {most} is the most that reads well.",
    "Make it shorter.",
    __doc__,
)

_MOST: Mapping[type, Mapping[str, int]] = {
    Story: {"title": 80, "summary": 280, "workplace": 80, "image_alt": 250},
    Value: {"name": 30, "promise": 160},
    Method: {"title": 60, "purpose": 280, "group": 40},
}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each text that is too long."""
    for document in handbook.documents:
        for name, most in _MOST[type(document)].items():
            count = len(getattr(document, name))
            if count > most:
                yield RULE.at(document.at(name), count=count, most=most)
