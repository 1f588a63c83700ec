"""The business plan of one workplace and one year is written twice.

It is counted once, by its first day. Often the second was meant for another workplace.

Good:

    received:
      - year: 2026
        date: 2026-03-02
        workplaces: [larkfield, elmside]

Bad:

    received:
      - year: 2026
        date: 2026-03-02
        workplaces: [larkfield, elmside]
      - year: 2026
        date: 2026-03-09
        workplaces: [larkfield]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.plans import Plans

RULE = Rule(
    "plan-twice",
    Level.WARNING,
    'The business plan of "{given}" for {year} is already on line {line}.',
    "Take one of them out, or write the workplace that was meant.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each workplace and year that was seen before."""
    for file in handbook.data_of(Plans):
        seen: dict[tuple[int, str], int] = {}
        for row, one in enumerate(file.received):
            for number, id in enumerate(one.workplaces):
                source = file.at("received", row, "workplaces", number)
                if one.year is not None and (one.year, id) in seen:
                    yield RULE.at(source, given=id, year=str(one.year), line=seen[one.year, id])
                elif one.year is not None:
                    seen[one.year, id] = source.line
