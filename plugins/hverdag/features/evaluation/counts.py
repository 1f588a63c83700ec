"""What goals can count in evaluations of courses."""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.counts import CountKind, frozen_counts
from ...model.uptake.courses import held
from ...model.uptake.status import STATUS
from ...model.uptake.tally import Count, Tally

TARGET = f"{STATUS}#answers"


def counts(_: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: the courses that those who took part have evaluated."""
    yield Count("courses-evaluated", message("Courses that those who took part have evaluated"), _evaluated)


def _evaluated(handbook: Handbook, today: date) -> Tally:
    """Count the courses of frozen files: what is in private/ is not counted until then. Each counts from the day that
    it was frozen."""
    days: list[date] = []
    for file in frozen_counts(handbook):
        row = file.row(CountKind.COURSES)
        if file.frozen and file.frozen <= today and row and row.courses:
            days += [file.frozen] * row.courses
    of = max(len(list(held(handbook, today))), len(days))
    return Tally(tuple(days), of, message("Evaluations of courses, as they were counted"), TARGET)
