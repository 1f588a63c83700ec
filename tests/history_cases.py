"""Histories of numbers, one of each kind that a chart must be able to show."""

from datetime import date

from hverdag.model.uptake.history import Points
from hverdag.model.uptake.status import Figure


def months(numbers: list[int], year: int = 2026, month: int = 9) -> Points:
    """Return a history that begins in a month, with a number for each month from there."""
    firsts = (divmod(year * 12 + month - 1 + at, 12) for at in range(len(numbers)))
    return tuple((date(year, month + 1, 1), number) for (year, month), number in zip(firsts, numbers, strict=True))


def figure(history: Points, aim: int | None = None, due: date | None = None) -> Figure:
    """Return a figure with a history."""
    number = history[-1][1] if history else 0
    return Figure("Arbejdspladser", number, 118, "Kvitteringer", "status/", history, aim, due)


CASES = {
    "on the way": figure(months([0, 5, 9, 12]), 30, date(2027, 12, 31)),
    "one point": figure(months([12]), 30, date(2027, 12, 31)),
    "nothing": figure(months([0, 0, 0]), 30),
    "nothing in one month": figure(months([0])),
    "reached": figure(months([0, 12, 30]), 30, date(2026, 11, 30)),
    "near the aim": figure(months([28, 29, 30, 30]), 30, date(2026, 12, 31)),
    "past the aim and past due": figure(months([0, 2, 8, 14, 22, 28, 29, 30, 30, 31, 31]), 30, date(2027, 2, 1)),
    "less than before": figure(months([40, 38, 30, 35, 36, 20]), 32, date(2026, 10, 1)),
    "due before it began": figure(months([3, 3]), 4, date(2026, 3, 1)),
    "five years": figure(months([at * 2 for at in range(60)]), 100, date(2030, 6, 30)),
    "large": figure(months([at * 700 for at in range(30)])),
    "aim of zero": figure(months([3, 2, 1]), 0),
    "aim of one": figure(months([1, 1]), 1),
}
