"""A table with more columns than a page is wide enough for.

Bad:

    | a | b | c | d | e | f | g | h | i |
    |---|---|---|---|---|---|---|---|---|
    | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.body import Element
from ...model.texts.locate import source_of

RULE = Rule(
    "table-columns",
    Level.ERROR,
    "The table has {count} columns; there is room for {most}.",
    "Divide the table into two, or make it a list.",
    __doc__,
)

MOST = 8


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each table that is too wide."""
    for document in handbook.documents:
        for element in document.body.elements():
            if element.tag == "tr":
                count = sum(isinstance(cell, Element) for cell in element.children)
                if count > MOST:
                    yield RULE.at(source_of(document, element), count=count, most=MOST)
                    break
