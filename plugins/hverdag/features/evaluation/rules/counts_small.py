"""A number about fewer people than the floor.

A file of counts holds no number between one and four: so few people could be recognised. Nor is a question shown for
a group that all answered alike, such as [6, 0]: then everyone knows what each of them answered. The floor is
five, or what `fewest` in `values/handbook.yml` says. `hverdag counts` leaves such numbers out; never write them in by
hand.

Good:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [41]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [3]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import CountFile
from ....model.uptake.isolating import small_cells

RULE = Rule(
    "counts-small",
    Level.ERROR,
    "The row holds a number about fewer than {fewest} people, or all of them answered alike.",
    "Delete the row, and every row of the same question that it can be worked out from.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each row with such a cell."""
    fewest = handbook.settings.floor
    for file in handbook.data_of(CountFile):
        for one in small_cells(file, fewest):
            yield RULE.at(file.at("rows", one.number), fewest=fewest)
