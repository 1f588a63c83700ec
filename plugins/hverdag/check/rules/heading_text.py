"""A heading without words.

Whoever listens to the page finds their way by its headings. A picture alone says nothing there.

Bad:

    ## ![The door](door.png)
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.body import HEADINGS, Body
from ...model.texts.locate import source_of

RULE = Rule(
    "heading-text",
    Level.ERROR,
    "The heading has no words.",
    "Write what the part below is about, or take the heading out.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each empty heading."""
    for document in handbook.documents:
        for element in document.body.elements():
            if element.tag in HEADINGS and not Body((element,)).text.strip("\u00a0\u200b "):
                yield RULE.at(source_of(document, element))
