"""A measurement that ends before it begins, or two at once in the same workplace.

Those who are asked twice in the same weeks cannot know which slip is which, and neither can whoever counts.

Good:

    measurements:
      - id: trust-spring
        begins: 2026-03-02
        ends: 2026-03-27

Bad:

    measurements:
      - id: trust-spring
        begins: 2026-03-02
        ends: 2026-02-27
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.customers import Measurement, customers_of

RULE = Rule(
    "measurement-days",
    Level.ERROR,
    "{what}",
    "Write another day.",
    __doc__,
)
_BACKWARDS = message("The measurement ends before it begins.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each measurement that ends too early, or that another one has begun before it ended."""
    file = customers_of(handbook)
    for number, one in enumerate(file.measurements):
        if one.begins and one.ends and one.ends < one.begins:
            yield RULE.at(file.at("measurements", number, "ends"), what=_BACKWARDS)
            continue
        for other in file.measurements[:number]:
            shared = sorted(one.asked.keys() & other.asked.keys())
            if shared and _meet(one, other):
                what = message(
                    'Another measurement is going on in "{workplace}" at the same time: {other}.',
                    workplace=shared[0],
                    other=other.id,
                )
                yield RULE.at(file.at("measurements", number, "begins"), what=what)


def _meet(one: Measurement, other: Measurement) -> bool:
    """Return True if two measurements go on on the same day."""
    if not (one.begins and one.ends and other.begins and other.ends):
        return False
    return one.begins <= other.ends and other.begins <= one.ends
