"""So few are asked that nobody will ever see what they answered.

A number is shown from five answers up, or from what `fewest` in `values/handbook.yml` says. If you have fewer people to
ask, ask them over a cup of coffee instead.

Good:

    measurements:
      - id: trust-spring
        units: [{workplace: larkfield, asked: 24}]

Bad:

    measurements:
      - id: trust-spring
        units: [{workplace: larkfield, asked: 4}]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.customers import customers_of

RULE = Rule(
    "measurement-asked",
    Level.WARNING,
    "{number} are asked here, and nothing is shown about fewer than {fewest} answers.",
    "Ask more, or take the workplace out and talk with them instead.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each workplace that asks too few."""
    file, fewest = customers_of(handbook), handbook.settings.floor
    for number, one in enumerate(file.measurements):
        for at, unit in enumerate(one.units):
            if unit.asked is not None and unit.asked < fewest:
                place = file.at("measurements", number, "units", at, "asked")
                yield RULE.at(place, number=unit.asked, fewest=fewest)
