"""A title, summary or promise too long for the place it is printed in.

Titles are said aloud and stand on cards; summaries stand in lists.
"""

from collections.abc import Iterator
from datetime import date

from ...model.declared import fields, most_characters
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule

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
        for name, info in fields(type(document)).items():
            most = most_characters(info)
            count = len(getattr(document, name)) if most else 0
            if count > most:
                yield RULE.at(document.at(name), count=count, most=most)
