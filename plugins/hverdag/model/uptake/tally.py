"""Counts that a goal can name under `counts:`, and what they come to on a day."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..handbook import Handbook
from ..message import Message, Words
from .workplaces import workplaces_of


@dataclass(frozen=True)
class Tally:
    """What a count comes to. `days` are the days on which each counted thing came to count: their number is the count,
    and its history follows from them. `of` is how many there could be, None where nothing says so. `source` says what
    it is counted from, and `target` is the place that shows it, such as `status/#receipts`."""

    days: tuple[date, ...]
    of: int | None
    source: Words
    target: str = ""

    @property
    def number(self) -> int:
        """What it comes to."""
        return len(self.days)

    def history(self) -> Iterator[tuple[date, int]]:
        """Yield the first day of each month, from the first with a change to the last, and the count at its end."""
        changes = Counter(day.replace(day=1) for day in self.days)
        month, last, count = min(changes, default=date.max), max(changes, default=date.min), 0
        while month <= last:
            count += changes[month]
            yield month, count
            month = _next(month)


def tally_of_workplaces(days: Mapping[str, date], handbook: Handbook, today: date, source: Words, target: str) -> Tally:
    """Return how many workplaces count. `days` are the days that they came to count, by id. Those that have closed
    since still count, and are among those that there could be."""
    listed = workplaces_of(handbook)
    known = {id: day for id, day in days.items() if id in listed.by_id}
    return Tally(tuple(sorted(known.values())), len(listed.open_or(today, known)) or None, source, target)


@dataclass(frozen=True)
class Count:
    """A count: its id, which goals write, its name for readers, and the function that counts on a day."""

    id: str
    name: Message
    find: Callable[[Handbook, date], Tally]


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
