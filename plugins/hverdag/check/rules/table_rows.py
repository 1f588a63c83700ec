"""A table with more rows than anyone reads.

Paper needs a minute for a table of ten thousand rows.
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import source_of

RULE = Rule(
    "table-rows",
    Level.ERROR,
    "The table has {count} rows; there is room for {most}.",
    "Divide the table, or put it in a file of its own.",
    __doc__,
)

MOST = 500


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each table that is too long."""
    for document in handbook.documents:
        for element in document.body.elements():
            count = len(element.children) if element.tag == "tbody" else 0
            if count > MOST:
                yield RULE.at(source_of(document, element), count=count, most=MOST)
