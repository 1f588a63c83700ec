"""A time zone that does not exist.

A consent holds until the end of its last day, and a day begins and ends where the organisation is, not where the
machine is that builds the handbook.

Good:

    time_zone: Europe/Copenhagen

Bad:

    time_zone: Europe/Londen
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.suggest import nearest
from ...model.time_zone import DEFAULT, zone_names

RULE = Rule(
    "settings-time-zone",
    Level.ERROR,
    'There is no time zone called "{given}".',
    "Write a part of the world and a city, such as Europe/Copenhagen, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the time zone is unknown, with the one that was probably meant."""
    given = handbook.settings.time_zone
    if given not in zone_names():
        yield RULE.at(handbook.settings.at("time_zone"), given=given, suggestion=_meant(given))


def _meant(given: str) -> str:
    """Return the zone that a text means: by its whole name, or by its city."""
    wanted = "_".join(given.split())
    by_city = {name.rpartition("/")[2]: name for name in sorted(zone_names()) if "/" in name}
    city = nearest(wanted.rpartition("/")[2], by_city, cutoff=0.75)
    return nearest(wanted, zone_names(), cutoff=0.8) or by_city.get(city, DEFAULT)
