"""Two values with the same place in the order.

Good:

    order: 3
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "unique-order",
    Level.ERROR,
    "Place {given} is also taken by {other}.",
    "Number the values 1, 2, 3 and so on.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each place that was taken before."""
    seen: dict[int, str] = {}
    for value in handbook.values:
        if value.has("order") and seen.setdefault(value.order, value.path) != value.path:
            yield RULE.at(value.at("order"), given=value.order, other=seen[value.order])
