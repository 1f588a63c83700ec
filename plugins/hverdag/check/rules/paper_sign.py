"""An emoji or another sign that is left out on paper, since no font for paper has it.

It is shown on the web and in Word, where the reader's own device draws it. Most emoji are on paper too, in black lines;
only the newest are not.

Good:

    summary: She smiled 😀

Bad:

    summary: She smiled 🫩
"""

from collections.abc import Iterator

from ...model.declared import Placed
from ...model.problem import Level, Problem, Rule
from ...paper.letters import missing_signs
from .text_letter import lacking

RULE = Rule(
    "paper-sign",
    Level.HINT,
    'The sign "{given}" ({code}) is left out on paper: no font there has it.',
    "Leave it as it is, or choose another sign if it must be on paper too.",
    __doc__,
)


def check_text(placed: Placed) -> Iterator[Problem]:
    """Yield a hint for each field with such signs, and for each piece of a text."""
    return lacking(RULE, missing_signs, placed)
