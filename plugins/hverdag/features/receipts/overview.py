"""What the editors see of each workplace: its receipts, when it goes on, and what is overdue. It is for nobody else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ...model.handbook import Handbook
from ...model.message import Message, Words, message
from ...model.shown import Shown
from ...model.uptake.receipts import Receipt, ReceiptFile, receipts
from ...model.uptake.workplaces import Workplace, Workplaces, workplaces_of
from ...model.view import View
from .tool_names import ToolNames, tool_names

NO_DEPARTMENT = message("Without a department")


@dataclass(frozen=True)
class ReceiptRow:
    """A receipt as the editors see it. `sentence` is empty unless its workplace has said yes to publish it."""

    day: date
    code: str
    tool: Words
    people: int | None
    sentence: str
    next: date | None


@dataclass(frozen=True)
class WorkplaceRow:
    """A workplace: what it has sent, the newest first; the month of the first receipt, where that is folded; the day
    that it will go on, and whether that has passed without a newer receipt."""

    name: str
    code: str
    state: Words
    receipts: tuple[ReceiptRow, ...]
    folded_since: str
    next: date | None
    is_overdue: bool


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """All workplaces by department, both in the order of the list of workplaces."""

    today: date
    departments: tuple[tuple[Words, tuple[WorkplaceRow, ...]], ...]


def overview_of(shown: Shown) -> OverviewView:
    """Return the view of all workplaces."""
    handbook, names = shown.handbook, tool_names(shown)
    listed, sent = workplaces_of(handbook), _by_workplace(handbook, shown.today)
    since = {row.workplace: row.month for file in handbook.data_of(ReceiptFile) for row in file.reached}
    of: dict[str, list[WorkplaceRow]] = {one.id: [] for one in listed.departments}
    for place in listed.workplaces:
        row = _row(place, sent.get(place.id, ()), names, shown.today)
        row = replace(row, state=_state(place, listed, shown.today), folded_since=since.get(place.id, ""))
        of.setdefault(listed.department(place.id), []).append(row)
    titles: Mapping[str, Words] = {one.id: one.name for one in listed.departments}
    codes = frozenset(one.tool for rows in sent.values() for one in rows)
    return OverviewView(
        story_codes=names.story_codes(codes),
        today=shown.today,
        departments=tuple((titles.get(id, NO_DEPARTMENT), tuple(rows)) for id, rows in of.items() if rows),
    )


def _by_workplace(handbook: Handbook, today: date) -> Mapping[str, tuple[Receipt, ...]]:
    """Return the receipts of each workplace, by its id, the newest first."""
    found: dict[str, list[Receipt]] = {}
    for one in receipts(handbook):
        if one.date and one.date <= today:
            for id in dict.fromkeys(one.workplaces):
                found.setdefault(id, []).append(one)
    return {
        id: tuple(sorted(rows, key=lambda one: (one.date or today, one.tool), reverse=True))
        for id, rows in found.items()
    }


def _row(place: Workplace, sent: tuple[Receipt, ...], names: ToolNames, today: date) -> WorkplaceRow:
    coming = _coming(sent)
    return WorkplaceRow(
        name=place.name,
        code=place.short,
        state="",
        receipts=tuple(_receipts(sent, names)),
        folded_since="",
        next=coming,
        is_overdue=coming is not None and coming < today and place.is_open(today),
    )


def _coming(sent: tuple[Receipt, ...]) -> date | None:
    """Return the day that a workplace has agreed to go on: what was said last of those days that no receipt has come on
    or after."""
    newest = max((one.date for one in sent if one.date), default=date.min)
    agreed = [(one.date, one.next) for one in sent if one.date and one.next and one.next > newest]
    return max(agreed)[1] if agreed else None


def _state(place: Workplace, listed: Workplaces, today: date) -> Words:
    if place.is_open(today):
        return ""
    now = listed.now(place.id)
    if now and now is not place:
        return message("Now a part of {name}", name=now.name)
    return message("Closed")


def _receipts(sent: tuple[Receipt, ...], names: ToolNames) -> Iterator[ReceiptRow]:
    for one in sent:
        if one.date:
            sentence = one.sentence if one.yes else ""
            yield ReceiptRow(one.date, names.code(one.tool), names.name(one.tool), one.people, sentence, one.next)


def result(row: WorkplaceRow) -> Message:
    """Return what a workplace's receipts come to. Nothing received is told as that, and not as a failing."""
    if row.is_overdue and row.next:
        return message("The next time was {day}, and nothing has come since.", day=row.next)
    if row.next:
        return message("The next time is {day}.", day=row.next)
    if row.receipts or row.folded_since:
        return message("No next time is agreed.")
    return message("Nothing received yet.")
