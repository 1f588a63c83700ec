"""A step that takes no time, or more than a day's work.

Good:

    steps:
      - name: Talk together
        minutes: 20

Bad:

    steps:
      - name: Talk together
        minutes: 0
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.minutes import LONGEST
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "step-minutes",
    Level.ERROR,
    "A step or a meeting cannot take {count} minutes.",
    "Write 1 to {most} whole minutes.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each step and each meeting with impossible minutes; none at all is `required-field`."""
    for method in handbook.methods:
        if method.has("minutes") and not method.is_faulty("minutes") and not 1 <= method.minutes <= LONGEST:
            yield RULE.at(method.at("minutes"), count=method.minutes, most=LONGEST)
        for at, step in enumerate(method.steps):
            for name, least in (("minutes", 1), ("short", 0)):
                place = ("steps", at, name)
                count = getattr(step, name)
                if method.has(*place) and not method.is_faulty(*place) and not least <= count <= LONGEST:
                    yield RULE.at(method.at(*place), count=count, most=LONGEST)
