"""A yes to be named that a workplace is to have given on a day that has not come yet.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", named: 2026-05-04}

Bad:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", named: 2062-05-04}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "workplace-named",
    Level.ERROR,
    "The workplace cannot have said yes on {day}, which has not come yet.",
    "Write the day it said yes, or delete the field until it has.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such day."""
    listed = workplaces_of(handbook)
    for number, one in enumerate(listed.workplaces):
        if one.named and one.named > today:
            yield RULE.at(listed.at("workplaces", number, "named"), day=one.named)
