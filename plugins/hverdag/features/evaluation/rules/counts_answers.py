"""A question whose numbers do not come to the number of those who answered.

Those who left a question out are counted with those who do not agree, or do not say yes. Otherwise the difference
between two questions tells that one person left it out. With a question, a row has two numbers, and else one: one more
would be a group of its own. In a measurement, `most` may stand in the place of the two. And no more can answer than
were asked, nor all but a few of them.

Good:

    frozen: 2026-11-20
    rows:
      - {count: questionnaire, cells: [40], of: 60}
      - {count: questionnaire, question: know, cells: [31, 9]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: questionnaire, cells: [40], of: 60}
      - {count: questionnaire, question: know, cells: [31, 8]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import CountFile
from ....model.uptake.floor import is_safe
from ....model.uptake.isolating import differing_numbers, misshapen

RULE = Rule(
    "counts-answers",
    Level.ERROR,
    "{what}",
    "Delete the row, or write the numbers as `hverdag counts` wrote them.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)
_CELLS = message("The numbers of the question do not come to the number of those who answered.")
_SHAPE = message(
    "With a question, a row has two numbers: those who agree or say yes, and all others; or `most` and no number. "
    "Without a question, it has one."
)
_ASKED = message("So many cannot have been asked: more answered, or all but a few.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each row whose numbers do not fit."""
    fewest = handbook.settings.floor
    for file in handbook.data_of(CountFile):
        for one in misshapen(file):
            yield RULE.at(file.at("rows", one.number), what=_SHAPE)
        for one in differing_numbers(file):
            yield RULE.at(file.at("rows", one.number), what=_CELLS)
        for number, row in enumerate(file.rows):
            left = row.of - sum(row.cells) if row.of is not None else 0
            if left < 0 or not is_safe((left,), fewest):
                yield RULE.at(file.at("rows", number), what=_ASKED)
