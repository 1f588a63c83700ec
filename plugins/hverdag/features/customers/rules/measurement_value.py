"""A measurement of a value that does not exist.

Good:

    measurements:
      - id: trust-spring
        value: trust
        questions: [They ring as agreed, They ask me, They know me]

Bad:

    measurements:
      - id: trust-spring
        value: turst
        questions: [They ring as agreed, They ask me, They know me]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion
from ....model.uptake.customers import customers_of

RULE = Rule(
    "measurement-value",
    Level.ERROR,
    '"{given}" is not a value.',
    "Choose among {choices}.",
    __doc__,
    none="There is no value in values/ yet. Write its file first, or take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown value, with the one that is probably meant."""
    file, names = customers_of(handbook), {one.id: (one.name, one.code) for one in handbook.values}
    for number, one in enumerate(file.measurements):
        if one.value and one.value not in names:
            place, choices = file.at("measurements", number, "value"), ", ".join(names) or "-"
            yield RULE.at(place, given=one.value, choices=choices, **id_suggestion(one.value, names))
