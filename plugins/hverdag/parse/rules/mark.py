"""A sign that survives into what readers see, and the rule that asks about it."""

import re
from dataclasses import dataclass

from ...model.problem import Rule
from .form import warning


@dataclass(frozen=True)
class Mark:
    """A sign, as it is found in the text of a block, and the rule that asks about it.

    A group named `sign` is what is shown; without it, all of the match is. Every match contains one of `hints`: looking
    for them first makes reading a third faster."""

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    rule: Rule


MESSAGE = "Readers would see {given} as it is typed."


def mark(id: str, hints: str, pattern: str, remedy: str, manual: str) -> Mark:
    """Return a mark with a rule that warns of it."""
    return Mark(tuple(hints.split(" ")), re.compile(pattern, re.MULTILINE), warning(id, MESSAGE, remedy, manual))
