"""What the build makes of business plans: for the editors alone, the list of workplaces that have not sent theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.artifact import Output, PrivateFile
from ...model.csv_text import csv_bytes, delimiter
from ...model.language import Language
from ...model.shown import Shown
from ...model.uptake.plans import PATH
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ..index import Index
from ..kit import Kit
from .received import plan_years

MISSING: Mapping[Language, str] = {
    Language.DANISH: "virksomhedsplaner/mangler.csv",
    Language.ENGLISH: "business-plans/missing.csv",
}
"""Where the list lies, in private/built."""


@dataclass(frozen=True, kw_only=True)
class MissingPlansView(View):
    """The workplaces whose business plan of a year has not been received: name, department, year."""

    rows: tuple[tuple[str, str, str], ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Plan the list for the newest year, in the order of values/workplaces.yml."""
    years = plan_years(shown.handbook, shown.today)
    if years:
        listed = workplaces_of(shown.handbook)
        departments = {one.id: one.name for one in listed.departments}
        missing = (one for one in listed.open(years[0].until) if one.id not in years[0].days)
        rows = tuple((one.name, departments.get(one.department, ""), str(years[0].year)) for one in missing)
        yield MissingPlansView(story_codes=NO_STORIES, subject=PATH, rows=rows)


def render(view: MissingPlansView, kit: Kit) -> Iterator[Output]:
    """Write the list for editors."""
    say = kit.words.say
    head = (say("Workplace"), say("Department"), say("Year"))
    content = csv_bytes([head, *view.rows], delimiter(kit.settings.language))
    yield PrivateFile(MISSING[kit.settings.language], content, view.story_codes)
