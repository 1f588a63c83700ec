"""A floor under numbers about people that is lower than five.

Nothing is published about fewer than five people, whatever handbook.yml says. A larger number is kept to.

Good:

    fewest: 8

Bad:

    fewest: 3
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.floor import FEWEST

RULE = Rule(
    "fewest",
    Level.WARNING,
    "{given} is too few: someone could be found. The number that is used is {least}.",
    "Write it as {least}",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the number is too low."""
    settings = handbook.settings
    if settings.fewest < FEWEST:
        yield RULE.at(settings.at("fewest"), given=str(settings.fewest), least=str(FEWEST))
