"""A method that follows or leads to itself.

Good:

    leads_to: [short]

Bad:

    leads_to: [short, the-road]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from .method_unknown import named

RULE = Rule(
    "method-itself",
    Level.ERROR,
    '"{given}" is the method itself.',
    "Take it out, or name another method.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where a method names itself."""
    for method in handbook.methods:
        for place, given in named(method):
            if given == method.id:
                yield RULE.at(method.at(*place), given=given)
