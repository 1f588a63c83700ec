"""Another number of values than handbook.yml says there must be.

A set of values that grows or shrinks by accident is no set of values. Change the number under `values` in
handbook.yml when the organisation has decided on it.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "value-count",
    Level.ERROR,
    "Values: {count}. There must be {wanted}.",
    "Add or delete a file in values/, or change the number in handbook.yml.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where the number of values is not the one decided."""
    count, wanted = len(handbook.values), handbook.settings.values
    lost = handbook.settings.is_faulty() or handbook.settings.is_faulty("values")
    if count != wanted and not lost:
        yield RULE.at(handbook.settings.at("values"), count=count, wanted=wanted)
