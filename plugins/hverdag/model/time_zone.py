"""The day it is where the organisation is, whatever the clock of the machine is set to.

Names of time zones are those of the package tzdata, so that they are the same on every machine; a folder of the
system's own also has names such as `localtime`, which mean another zone on each.
"""

from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

DEFAULT = "Europe/Copenhagen"


@cache
def zone_names() -> frozenset[str]:
    """Return the names of all time zones, such as `Europe/Copenhagen`."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def known_zone(name: str) -> str:
    """Return the name of a time zone; that of Copenhagen if there is none of that name."""
    return name if name in zone_names() else DEFAULT


def day_in(zone: str, moment: datetime | None = None) -> date:
    """Return the day it is at a moment, or now, in a time zone; in that of Copenhagen if the name is not one of a zone.
    Raises OverflowError for a moment at the end of time."""
    return (moment or now()).astimezone(ZoneInfo(known_zone(zone))).date()


def now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)
