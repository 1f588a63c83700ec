"""What goals can count in agreements."""

from collections.abc import Callable, Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.agreements import (
    AgreedBefore,
    AgreementOutcome,
    agreements,
    folded_agreements,
    is_overdue,
    reached,
    reviewed_on,
)
from ...model.uptake.receipts import first_of_month
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally, tally_of_workplaces

ID = "agreements"
"""The id of the status part, which is also its anchor."""
TARGET = f"{STATUS}#{ID}"
SOURCE = message("Agreements that workplaces have sent")


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: workplaces with an agreement, agreements, and those that were looked at again."""
    yield Count("workplaces-with-agreement", message("Workplaces that have agreed on something"), with_agreement)
    yield Count("agreements-made", message("Agreements made"), made)
    yield Count("agreements-reviewed", message("Agreements that were looked at again"), reviewed)


def with_agreement(handbook: Handbook, today: date) -> Tally:
    """Return how many workplaces have made an agreement."""
    return tally_of_workplaces(first_agreed(handbook, today), handbook, today, SOURCE, TARGET)


def made(handbook: Handbook, today: date) -> Tally:
    """Return how many agreements were made. Nothing says how many there could be."""
    days: list[date] = [one.date for one in agreements(handbook, today) if one.date]
    days += [day for day, row in folded_agreements(handbook, today) for _ in range(row.made)]
    return Tally(tuple(sorted(days)), None, SOURCE, TARGET)


def reviewed(handbook: Handbook, today: date) -> Tally:
    """Return how many agreements were looked at again, of those that were, and those whose day has passed."""
    days = [day for one in agreements(handbook, today) if (day := reviewed_on(one, today))]
    due = sum(1 for one in agreements(handbook, today) if one.result or is_overdue(one, today))
    for day, row in folded_agreements(handbook, today):
        days += [day] * sum(map(row.of, AgreementOutcome))
        due += row.due
    return Tally(tuple(sorted(days)), due or None, SOURCE, TARGET)


def first_agreed(handbook: Handbook, today: date) -> dict[str, date]:
    """Return the first day that each workplace made an agreement, up to today, by its id; those of folded ones too."""
    found: dict[str, date] = {}
    for one in agreements(handbook, today):
        if one.date:
            found[one.workplace] = min(found.get(one.workplace, one.date), one.date)
    return _with_folded(found, handbook, lambda row: row.month)


def first_reviewed(handbook: Handbook, today: date) -> dict[str, date]:
    """Return the first day that each workplace looked at an agreement again, by its id; those of folded ones too."""
    found: dict[str, date] = {}
    for one in agreements(handbook, today):
        day = reviewed_on(one, today)
        if day:
            found[one.workplace] = min(found.get(one.workplace, day), day)
    return _with_folded(found, handbook, lambda row: row.reviewed_month)


def _with_folded(found: dict[str, date], handbook: Handbook, month: Callable[[AgreedBefore], str]) -> dict[str, date]:
    for row in reached(handbook):
        day = first_of_month(month(row))
        if day:
            found[row.workplace] = min(found.get(row.workplace, day), day)
    return found
