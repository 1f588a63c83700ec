"""A title, summary or promise too long for the place it is printed in.

Titles are said aloud and are on cards; summaries are in lists.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from ...model.declared import fields, most_characters
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.document import Document

RULE = Rule(
    "text-length",
    Level.WARNING,
    "The text has {count} characters; {most} is the most that reads well.",
    "Make it shorter.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each text that is too long."""
    for document in handbook.documents:
        for name, most in _limits(type(document)):
            count = len(getattr(document, name))
            if count > most:
                yield RULE.at(document.at(name), count=count, most=most)


@cache
def _limits(kind: type[Document]) -> tuple[tuple[str, int], ...]:
    """Return the fields that read well only up to some number of characters, with the number."""
    limits = ((name, most_characters(info)) for name, info in fields(kind).items())
    return tuple((name, most) for name, most in limits if most)
