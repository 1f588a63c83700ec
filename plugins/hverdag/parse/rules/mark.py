"""A sign that survives into what readers see, and the rule that asks about it."""

import re
from dataclasses import dataclass

from ...model.problem import Rule
from .form import warning


@dataclass(frozen=True)
class TypedMark:
    """A sign, as it is found in the text of a block, and the rule that asks about it.

    A group named `sign` is what is shown; without it, all of the match is. Every match contains one of `hints`, or is
    in a line that begins with one of `begins`: looking for them first makes reading a third faster."""

    hints: tuple[str, ...]
    begins: frozenset[str]
    pattern: re.Pattern[str]
    rule: Rule


MESSAGE = "Readers would see {given} as it is typed."


def mark(id: str, hints: str, pattern: str, remedy: str, manual: str) -> TypedMark:
    """Return a mark with a rule that warns of it. Hints have spaces between them; one that begins with ^ is the first
    sign of a line."""
    every = hints.split(" ")
    begins = frozenset(hint[1] for hint in every if len(hint) == 2 and hint[0] == "^" and hint != "^[")
    within = tuple(hint for hint in every if hint[1:] not in begins or hint[0] != "^")
    return TypedMark(within, begins, re.compile(pattern, re.MULTILINE), warning(id, MESSAGE, remedy, manual))
