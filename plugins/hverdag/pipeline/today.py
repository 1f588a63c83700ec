"""The day that a publication is built on."""

from datetime import date
from pathlib import Path

from ..model.time_zone import day_in
from ..parse.publication import time_zone_of


def today_of(root: Path) -> date:
    """Return the day it is in the time zone that a publication's handbook.yml names."""
    return day_in(time_zone_of(root))
