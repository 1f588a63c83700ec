"""Departments or workplaces that can be subtracted from everybody, so that few people are left.

Of 40 answers, 37 are shown by department: then everyone can work out that three are from the last department, and
what they answered. The same holds where those who are left all answered alike, and for the workplaces in a measurement.

Good:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [40]}
      - {count: participants, part: children, cells: [22]}

Bad:

    frozen: 2026-11-20
    rows:
      - {count: participants, cells: [40]}
      - {count: participants, part: children, cells: [37]}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.counts import CountFile
from ....model.uptake.isolating import revealing_parts

RULE = Rule(
    "counts-parts",
    Level.ERROR,
    "Without the departments or workplaces that are shown, fewer than {fewest} people are left in this row, or "
    "people who all answered alike.",
    "Delete one more department or workplace from the same question: the smallest first.",
    __doc__,
    tags=(Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each row about everybody whose parts leave too few."""
    fewest = handbook.settings.floor
    for file in handbook.data_of(CountFile):
        for one in revealing_parts(file, fewest):
            yield RULE.at(file.at("rows", one.number), fewest=fewest)
