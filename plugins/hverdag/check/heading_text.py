"""A heading without words.

Whoever listens to the page finds their way by its headings. A picture alone says nothing there.

Bad:

    ## ![Døren](doer.png)
"""

from collections.abc import Iterator
from datetime import date

from ..model.body import Body
from ..model.content import Document
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "heading-text",
    Level.ERROR,
    "The heading has no words.",
    "Write what the part below is about, or take the heading out.",
    __doc__,
)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each empty heading."""
    for document in handbook.documents:
        headings = [element for element in document.body.elements() if element.tag in _HEADINGS]
        empty = [number for number, heading in enumerate(headings) if not Body((heading,)).text.strip("\u00a0\u200b ")]
        lines = _lines(document) if empty else []
        for number in empty:
            line = lines[number] if len(lines) == len(headings) else document.body.line
            yield RULE.at(Source(document.path, line))


def _lines(document: Document) -> list[int]:
    """The lines that begin with a heading's sign: Python-Markdown keeps none."""
    lines = enumerate(document.body.source.split("\n"), document.body.line)
    return [number for number, line in lines if line.lstrip("> -*").startswith("#")]
