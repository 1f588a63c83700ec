"""Receipts: that workplaces have used a tool. The content of values/receipts/*.yml."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ..declared import Day, Declared, Number, Placed, Text, declared
from ..handbook import Handbook
from ..language import Language

FOLDER = "values/receipts/"

OWN_WAYS = ("egen", "own")
"""What a receipt says where a workplace used something of its own, in Danish and English."""

KEPT_MONTHS = 24
"""Months until a receipt is folded into counts."""

MOST_PEOPLE = 1000
"""The most people of one workplace that can have taken part in something."""


def own_ways(language: Language) -> tuple[str, ...]:
    """Return what a receipt says of something of a workplace's own, the word in the readers' language first."""
    return OWN_WAYS if language is Language.DANISH else OWN_WAYS[::-1]


class Receipt(Declared):
    """That one workplace, or several together, used a tool. It names no person."""

    date: Day | None = declared("Date", "The day it happened.", default=None, required=True)
    workplaces: tuple[Text, ...] = declared(
        "Workplaces", "The ids of those that took part, as in values/workplaces.yml.", default=(), required=True
    )
    tool: Text = declared(
        "Tool", "The code of what was used, such as F07 or F07-M02, or `own` for something of their own.", required=True
    )
    people: Number | None = declared("People", "How many took part.", default=None)
    sentence: Text = declared(
        "Sentence", "What happened, in one sentence; only where the workplace has said yes to publish it.", most=200
    )
    yes: Day | None = declared("Yes", "The day that the workplace said yes to publish its sentence.", default=None)
    next: Day | None = declared("Next time", "The day that they will carry on.", default=None)

    @property
    def is_own_way(self) -> bool:
        """True if they used something of their own."""
        return self.tool.casefold() in OWN_WAYS

    @property
    def identity(self) -> tuple[str, ...]:
        """What two receipts of the same event have in common: the day, the workplaces and the tool."""
        return (str(self.date), self.tool.casefold(), *sorted(self.workplaces))


class FoldedMonth(Declared):
    """How many receipts there were for a tool in a month, when the receipts themselves are deleted."""

    month: Text = declared("Month", "Such as 2026-11.", required=True)
    tool: Text = declared("Tool", "The code of what was used.", required=True)
    receipts: Number = declared("Receipts", "How many receipts there were.", default=0, required=True)


class Reached(Declared):
    """The first month that a workplace reported in, when its receipts are deleted."""

    workplace: Text = declared("Workplace", "The id of the workplace.", required=True)
    month: Text = declared("Month", "The first month with a receipt of any kind, such as 2026-11.", required=True)
    tool_month: Text = declared("Month of a tool", "The first month with a receipt for one of our tools.")


class ReceiptFile(Placed):
    """The fields of one file in values/receipts/: a month of receipts, or what is left of those that were folded."""

    receipts: tuple[Receipt, ...] = declared("Receipts", "One for each event.", default=())
    folded: tuple[FoldedMonth, ...] = declared(
        "Folded", "Counts of receipts older than 24 months; `hverdag receipts --fold` writes them.", default=()
    )
    reached: tuple[Reached, ...] = declared(
        "Reached", "The workplaces of those receipts; `hverdag receipts --fold` writes them.", default=()
    )


def receipts(handbook: Handbook) -> Iterator[Receipt]:
    """Yield the receipts with a day, a workplace and a tool."""
    for file in handbook.data_of(ReceiptFile):
        for one in file.receipts:
            if one.date and one.workplaces and one.tool:
                yield one


def folded(handbook: Handbook) -> Iterator[tuple[date, FoldedMonth]]:
    """Yield the first day of each month that receipts were folded into, and what they come to for a tool."""
    for file in handbook.data_of(ReceiptFile):
        for row in file.folded:
            day = first_of_month(row.month)
            if day:
                yield day, row


def kept_from(today: date) -> date:
    """Return the first day whose receipts are still kept on a day."""
    months = today.year * 12 + today.month - 1 - KEPT_MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def is_kept(day: date, today: date) -> bool:
    """Return True if a receipt of a day is not old enough to be folded."""
    return day >= kept_from(today)


def is_plausible(people: int, workplaces: int) -> bool:
    """Return True if so many people of so many workplaces can have taken part in something."""
    return 1 <= people <= MOST_PEOPLE * max(1, workplaces)


def first_days(handbook: Handbook, today: date, *, with_own_ways: bool) -> dict[str, date]:
    """Return the first day that each workplace has reported, up to today, by its id; those of folded receipts too. With
    `with_own_ways`, also what they did of their own counts."""
    found: dict[str, date] = {}
    for one in receipts(handbook):
        if one.date and one.date <= today and (with_own_ways or not one.is_own_way):
            for id in one.workplaces:
                found[id] = min(found.get(id, one.date), one.date)
    for reached in (row for file in handbook.data_of(ReceiptFile) for row in file.reached):
        day = first_of_month(reached.month if with_own_ways else reached.tool_month)
        if day:
            found[reached.workplace] = min(found.get(reached.workplace, day), day)
    return found


def first_of_month(month: str) -> date | None:
    """Return the first day of a month such as 2026-11; None if it is no month."""
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError:
        return None


def month_of(day: date) -> str:
    """Return the month of a day, as 2026-11."""
    return day.isoformat()[:7]
