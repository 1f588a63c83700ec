"""The part of the year's status about business plans: how many have been received, and never whose."""

from collections.abc import Iterator
from dataclasses import replace

from ...model.message import Message, message
from ...model.shown import Shown
from ...model.uptake.history import counted
from ...model.uptake.plans import Plans
from ...model.uptake.status import Cell, Figure, StatusPart, StatusTable
from ...model.uptake.workplaces import WorkplaceGroup, workplaces_of
from .counts import ID, NAME, SOURCE, TARGET, received
from .received import PlanYear, plan_years

MOST_YEARS = 3
"""How many years have a table of their own."""


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part, if the publication counts business plans."""
    if not any(file.received for file in shown.handbook.data_of(Plans)):
        return
    years = plan_years(shown.handbook, shown.today)[:MOST_YEARS]
    tally = received(shown.handbook, shown.today)
    tables = tuple(table for year in years for table in _tables(shown, year))
    # Where departments can be told apart, their rows add up to the newest year.
    undivided = () if tables else tuple(map(_of_year, years[:1]))
    yield StatusPart(
        id=ID,
        order=25,
        title=message("Business plans"),
        paragraphs=(message("Each year, a workplace says in its business plan how it has worked with the values."),),
        figures=(replace(counted(NAME, tally, shown.today), is_received=True), *undivided),
        tables=tables,
    )


def _of_year(year: PlanYear) -> Figure:
    return Figure(_of(year), len(year.days), len(year.of), SOURCE, TARGET, is_received=True)


def _of(year: PlanYear) -> Message:
    return message("Business plans of {year} that mention the work with the values", year=str(year.year))


def _tables(shown: Shown, year: PlanYear) -> Iterator[StatusTable]:
    """Yield the table of a year, by groups of workplaces; none if their number cannot be divided."""
    listed = workplaces_of(shown.handbook)
    groups = listed.groups(year.until, year.days.keys())
    if groups:
        yield StatusTable(
            caption=_of(year),
            head=(message("Department"), message("Received"), message("Of")),
            rows=tuple(_row(group, year) for group in groups),
        )


def _row(group: WorkplaceGroup, year: PlanYear) -> tuple[Cell, ...]:
    number = len(group.ids.intersection(year.days))
    return (group.name, number or message("Nothing received yet"), len(group.ids))
