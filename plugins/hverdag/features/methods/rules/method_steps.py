"""A method without a single step at the meeting, or with more to write on than there is paper for.

Good:

    steps:
      - name: Talk together
        minutes: 20
        notes: 4
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "method-steps",
    Level.ERROR,
    "There are {count} here; there must be {fewest} to {most}.",
    "Write more, or fewer.",
    __doc__,
)

MOST_STEPS, MOST_LINES = 20, 20


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for a method with too few or too many steps, and for each step with too many lines."""
    for method in handbook.methods:
        count = len(method.meeting)
        whole = not any(place[:1] == ("steps",) for place in method.faulty) and not method.is_faulty()
        if method.has("steps") and whole and not 1 <= count <= MOST_STEPS:
            yield RULE.at(method.at("steps"), count=count, fewest=1, most=MOST_STEPS)
        for at, step in enumerate(method.steps):
            if not 0 <= step.notes <= MOST_LINES:
                source = method.at("steps", at, "notes")
                yield RULE.at(source, count=step.notes, fewest=0, most=MOST_LINES)
