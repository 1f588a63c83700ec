"""A measurement in a workplace that is not in values/workplaces.yml, or twice in the same one.

A workplace is written by its id, which stays the same when its name changes.

Good:

    measurements:
      - id: trust-spring
        units: [{workplace: larkfield}]

Bad:

    measurements:
      - id: trust-spring
        units: [{workplace: larkfeld}]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.customers import customers_of
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "measurement-workplace",
    Level.ERROR,
    '"{given}" {why}.',
    "{remedy}",
    __doc__,
)
_UNKNOWN = message("is not a workplace")
_TWICE = message("is in the measurement twice")
_KNOWN = message("Write the id of a workplace in values/workplaces.yml.")
_ONCE = message("Delete one of the two lines.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each workplace that is unknown or stands twice; none is unknown where the list of them could
    not be read as a whole."""
    file, listed = customers_of(handbook), workplaces_of(handbook)
    for number, one in enumerate(file.measurements):
        seen: set[str] = set()
        for at, id in enumerate(unit.workplace for unit in one.units):
            place = file.at("measurements", number, "units", at, "workplace")
            if id and id not in listed.by_id and (listed.is_whole or not listed.workplaces):
                yield RULE.at(place, given=id, why=_UNKNOWN, remedy=_KNOWN, **listed.suggested(id))
            elif id in seen:
                yield RULE.at(place, given=id, why=_TWICE, remedy=_ONCE)
            seen.add(id)
