"""Two values with the same mark.

The mark is what tells values apart where there is no colour: on the office printer, and for people who are
colour-blind.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.value import Mark

RULE = Rule(
    "unique-mark",
    Level.ERROR,
    'The mark "{given}" is also used by {other}.',
    "Choose one of these: {free}.",
    __doc__,
    none="Every mark is taken. Leave a value out, or merge two of them.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each mark that was seen before."""
    seen: dict[Mark, str] = {}
    taken = {value.mark for value in handbook.values if value.has("mark")}
    free = ", ".join(mark for mark in Mark if mark not in taken)
    for value in handbook.values:
        # One that was refused stands as the usual mark here, which no one wrote.
        if value.has("mark") and not value.is_faulty("mark") and seen.setdefault(value.mark, value.path) != value.path:
            yield RULE.at(value.at("mark"), given=value.mark, other=seen[value.mark], free=free)
