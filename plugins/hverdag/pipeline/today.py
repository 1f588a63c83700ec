"""The day that a publication is built on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ..model.time_zone import day_in
from ..parse.publication import time_zone_of
from . import manifest
from .consent_rule import CLOCK
from .read import ReadPublication, read_and_check


def today_of(root: Path) -> date:
    """Return the day it is in the time zone that a publication's handbook.yml names."""
    return day_in(time_zone_of(root))


def read_forward(root: Path, today: date, language: str | None, site: Path) -> tuple[ReadPublication, date]:
    """Read and check a publication that a site is to be made of, and return the day it is made on: today, or the day of
    the live site where that is later, and a consent has run out in between. No clock brings a story back."""
    publication = read_and_check(root, today, language)
    live = manifest.live(site)
    day = live.day if live else today
    ended = [
        story
        for story in publication.handbook.published
        if story.consent and story.consent.has_run_out(day) and not story.consent.has_run_out(today)
    ]
    if day <= today or not ended:
        return publication, today
    read = read_and_check(root, day, language)
    told = (CLOCK.at(story.at("consent", "until"), day=str(day), given=site.name) for story in ended)
    return replace(read, problems=tuple(sorted((*read.problems, *told), key=lambda problem: problem.order))), day
