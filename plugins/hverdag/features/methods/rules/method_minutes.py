"""A method whose steps do not take as long as the method says.

The minutes of the steps, without those marked `before: true`, add up to the method's. In the short version the same
goes for `short`.

Good:

    minutes: 20
    steps:
      - name: Read aloud
        minutes: 5
      - name: Talk together
        minutes: 15

Bad:

    minutes: 20
    steps:
      - name: Read aloud
        minutes: 5
      - name: Talk together
        minutes: 10
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.minutes import LONGEST
from ....model.problem import Level, Problem, Rule
from ....model.texts.method import Method

RULE = Rule(
    "method-minutes",
    Level.ERROR,
    "The steps take {count} minutes in all, but here it says {total}.",
    "Change the minutes of a step, or the sum, so that they are the same.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each plan that does not add up."""
    for method in handbook.methods:
        yield from _sum(method, "minutes")
        yield from _sum(method, "short")


def _sum(method: Method, name: str) -> Iterator[Problem]:
    faulty = method.is_faulty() or any(place[0] in ("steps", name) for place in method.faulty)
    count, total = sum(getattr(step, name) for step in method.meeting), getattr(method, name)
    # What is missing or impossible has its own problem.
    missing = name == "minutes" and any(
        not 1 <= minutes <= LONGEST for minutes in (total, *(step.minutes for step in method.meeting))
    )
    if method.steps and not faulty and not missing and count != total and (method.has(name) or name == "short"):
        yield RULE.at(method.at(name), count=count, total=total)
