"""The part of the year's status on what was used, and where: by tool, by group of departments, and by month. Workplaces
and receipts are counted openly; people are not counted here, and no workplace is named."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ...model.handbook import Handbook
from ...model.message import Message, Month, message
from ...model.shown import Shown
from ...model.uptake.history import counted
from ...model.uptake.receipts import first_days, folded, receipts
from ...model.uptake.slip import uses_receipts
from ...model.uptake.status import Cell, Figure, StatusPart, StatusTable
from ...model.uptake.tools import ToolKind
from ...model.uptake.workplaces import Workplaces, workplaces_of
from .counts import TARGET, counts
from .sentences import sentences
from .tool_names import ToolNames, tool_names

MONTHS = 12
"""Months that have a row of their own; what is older is told together."""

_KINDS: Mapping[ToolKind, Message] = {
    ToolKind.STORY: message("Stories"),
    ToolKind.GUIDE: message("Guides"),
    ToolKind.METHOD: message("Methods"),
    ToolKind.VALUE: message("Values"),
    ToolKind.PRINTED: message("Posters, cards and other things on paper"),
    ToolKind.COURSE: message("Courses with a value consultant"),
    ToolKind.OWN_WAY: message("Something of their own"),
    ToolKind.GONE: message("What is no longer in the handbook"),
}

TITLE = message("What was used, and where")
NOTHING = message("Nothing received yet.")


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield both parts, if the publication asks for receipts."""
    if uses_receipts(shown.handbook):
        yield used(shown)
        yield sentences(shown)


def used(shown: Shown) -> StatusPart:
    """Return the part on what was used, and where."""
    handbook, names = shown.handbook, tool_names(shown)
    found = _receipts_by_tool(handbook, shown.today, names)
    workplaces = tuple(_by_group(workplaces_of(handbook), handbook, shown.today))
    tables = (
        (_by_kind(found, names), _by_tool(found, names), *workplaces, _by_month(handbook, shown.today)) if found else ()
    )
    few = message("There are too few workplaces to divide the numbers by department.")
    return StatusPart(
        id="receipts",
        order=20,
        title=TITLE,
        paragraphs=(NOTHING,) if not found else () if workplaces else (few,),
        figures=tuple(_figures(handbook, shown.today)),
        tables=tables,
        story_codes=names.story_codes(frozenset(found)),
    )


def _figures(handbook: Handbook, today: date) -> Iterator[Figure]:
    for count in counts(handbook):
        if count.id != "departments-reached":
            yield replace(counted(count.name, count.find(handbook, today), today, TARGET), is_received=True)


def _receipts_by_tool(handbook: Handbook, today: date, names: ToolNames) -> Counter[str]:
    """Return how many receipts there are for each tool, with those that are folded."""
    found = Counter(names.key(one.tool) for one in receipts(handbook) if one.date and one.date <= today)
    for day, row in folded(handbook):
        if day <= today:
            found[names.key(row.tool)] += row.receipts
    return +found


def _by_tool(found: Counter[str], names: ToolNames) -> StatusTable:
    rows = tuple((names.name(code), names.code(code) or None, found[code]) for code in sorted(found, key=names.order))
    head = (message("What was used"), message("Code"), message("Receipts"))
    return StatusTable(message("Receipts by what was used"), head, rows, page_only=True)


def _by_kind(found: Counter[str], names: ToolNames) -> StatusTable:
    """Return the receipts by kind of tool: what paper has room for."""
    kinds: Counter[ToolKind] = Counter()
    for code, number in found.items():
        kinds[names.kind(code)] += number
    rows = tuple((_KINDS[kind], kinds[kind]) for kind in ToolKind if kinds[kind])
    return StatusTable(message("Receipts by kind"), (message("What was used"), message("Receipts")), rows)


def _by_group(listed: Workplaces, handbook: Handbook, today: date) -> Iterator[StatusTable]:
    """Yield the table by groups of departments, if there are enough workplaces to divide. Its rows add up to the
    figures above it, so that nothing about a few can be found by subtraction."""
    any_way = first_days(handbook, today, with_own_ways=True)
    groups = listed.groups(today, any_way.keys())
    if groups:
        tools = first_days(handbook, today, with_own_ways=False)
        head = (
            message("Department"),
            message("Workplaces"),
            message("Have used one of our tools"),
            message("Have worked with the values in any way"),
        )
        rows = tuple(
            (one.name, len(one.ids), len(one.ids & tools.keys()), len(one.ids & any_way.keys())) for one in groups
        )
        yield StatusTable(message("Workplaces by department"), head, rows)


def _by_month(handbook: Handbook, today: date) -> StatusTable:
    """Return the receipts of the last months, also those with none, and of all before them."""
    found: Counter[date] = Counter()
    for one in receipts(handbook):
        if one.date and one.date <= today:
            found[one.date.replace(day=1)] += 1
    for day, row in folded(handbook):
        if day <= today:
            found[day] += row.receipts
    first = min(found)
    months = [month for month in _last_months(today) if month >= first]
    earlier = sum(number for month, number in found.items() if month < _last_months(today)[0])
    rows: list[tuple[Cell, ...]] = [(message("{month}", month=Month(month)), found[month]) for month in months]
    before = [(message("Earlier"), earlier)] if earlier else []
    return StatusTable(
        message("Receipts by month"), (message("Month"), message("Receipts")), (*before, *rows), page_only=True
    )


def _last_months(today: date) -> list[date]:
    number = today.year * 12 + today.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(number - MONTHS + 1, number + 1)]
