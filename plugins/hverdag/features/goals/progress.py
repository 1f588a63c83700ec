"""How far a goal is: what is counted, or the newest statement with a number."""

from dataclasses import dataclass, replace
from datetime import date

from ...model.goals import Goal, Statement
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.uptake.history import counted
from ...model.uptake.status import Figure
from ..uptake import counts_of


@dataclass(frozen=True)
class Progress:
    """How far a goal is on a day. `figure` is None where there is no number; `statements` are those until that day, the
    newest first."""

    goal: Goal
    figure: Figure | None
    statements: tuple[Statement, ...]

    @property
    def so_far(self) -> Message | None:
        """How far the goal is, as a number of how many; None where there is no number."""
        if self.figure is None:
            return None
        if self.figure.of is None:
            return message("{number} so far", number=self.figure.number)
        return message("{number} of {of}", number=self.figure.number, of=self.figure.of)

    @property
    def is_drawn(self) -> bool:
        """True if the history makes a line: one number alone makes one only where there is a target."""
        figure = self.figure
        return figure is not None and bool(figure.history) and (figure.aim is not None or len(figure.history) > 1)

    @property
    def reached(self) -> date | None:
        """The day on which somebody said that the goal is reached, if it was the last that was said."""
        newest = next(iter(self.statements), None)
        return newest.date if newest and newest.reached else None

    def is_accounted_for(self, day: date) -> bool:
        """Return True if the number was reached, or if something was said on a day or later, or before it that the goal
        is reached."""
        said = any(one.reached or (one.date and one.date >= day) for one in self.statements)
        aim = self.goal.number
        numbers = [self.figure.number] if self.figure else []
        return said or (aim is not None and any(number >= aim for number in numbers))


def progress_of(goal: Goal, handbook: Handbook, today: date) -> Progress:
    """Return how far a goal is on a day."""
    statements = tuple(one for one in goal.newest_first if one.date and one.date <= today)
    return Progress(goal, _counted(goal, handbook, today) or _stated(goal, statements), statements)


def _counted(goal: Goal, handbook: Handbook, today: date) -> Figure | None:
    count = counts_of(handbook).get(goal.counts) if goal.counts else None
    if count is None:
        return None
    tally = count.find(handbook, today)
    return replace(counted(count.name, tally, today), aim=goal.number, due=goal.due)


def _stated(goal: Goal, statements: tuple[Statement, ...]) -> Figure | None:
    numbers = [(one, one.number) for one in statements if one.number is not None]
    if not numbers:
        return None
    newest, number = numbers[0]
    source = message("{source}, told by {role} on {day}", source=newest.source, role=newest.role, day=newest.date or "")
    by_month = {one.date.replace(day=1): number for one, number in reversed(numbers) if one.date}
    history = tuple(sorted(by_month.items()))
    return Figure(goal.heading, number, newest.of, source, goal.target, history, goal.number, goal.due)
