"""A made-up story in a handbook that only takes true ones.

The stories of a values handbook must be true. While a handbook is new, made-up ones may show the way; `illustrative:
refuse` in handbook.yml says that time is over.

Good:

    origin: collected
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.settings import Illustrative
from ....model.texts.story import Origin

RULE = Rule(
    "illustrative",
    Level.ERROR,
    "The story is made up, and this handbook only takes true ones.",
    "Replace it with a story that a colleague has told, or write state: retired.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published made-up story where they are refused."""
    if handbook.settings.illustrative is Illustrative.REFUSE:
        for story in handbook.published:
            if story.origin is Origin.ILLUSTRATIVE:
                yield RULE.at(story.at("origin"))
