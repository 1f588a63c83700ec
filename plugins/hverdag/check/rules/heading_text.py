"""A heading without words.

Whoever listens to the page finds their way by its headings. A picture alone says nothing there.

Bad:

    ## ![Døren](doer.png)
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.body import HEADINGS, Body
from ...model.texts.document import Document

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
        headings = [element for element in document.body.elements() if element.tag in HEADINGS]
        empty = [number for number, heading in enumerate(headings) if not Body((heading,)).text.strip("\u00a0\u200b ")]
        lines = _lines(document) if empty else []
        for number in empty:
            line = lines[number] if len(lines) == len(headings) else document.body.line
            yield RULE.at(Source(document.path, line))


def _lines(document: Document) -> list[int]:
    """The lines that begin with a heading's sign."""
    return [number for number, line in document.body.lines() if line.lstrip("> -*").startswith("#")]
