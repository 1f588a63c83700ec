"""A value's colour that is no colour, or too pale to read.

Against the paper the colour must have a contrast of 4.5 to 1 (WCAG 2.1). The night scheme lightens it by itself.

Good:

    colour: "#1d6f74"

Bad:

    colour: "#ffee88"
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..colour import DAY_PAPER, contrast, is_colour

RULE = Rule(
    "value-colour",
    Level.ERROR,
    'The colour "{given}" cannot be used.',
    'Write a dark colour in quotation marks, such as "#1d6f74".',
    __doc__,
)

FAINTEST = 4.5


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each colour that is malformed or too pale."""
    for value in handbook.values:
        if value.colour and not (is_colour(value.colour) and contrast(value.colour, DAY_PAPER) >= FAINTEST):
            yield RULE.at(value.at("colour"), given=value.colour)
