"""Frozen counts of people and answers: the content of values/counts/*.yml, which `hverdag counts` writes."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..declared import Day, Declared, Number, Placed, Text, Truth, declared
from ..handbook import Handbook
from ..message import Message, message
from .floor import Cells

FOLDER = "values/counts/"

FEWEST_IN_PER_CENT = 20
"""The least number of answers that a percentage is told of."""

_NAME = re.compile(r"(\d{4})(?:-([1-9]\d?))?", re.ASCII)


class CountKind(StrEnum):
    """What is counted: answers to the questionnaire, answers about courses, people who took part, or answers to a small
    measurement among those the organisation serves."""

    QUESTIONNAIRE = "questionnaire"
    COURSES = "course-evaluation"
    PARTICIPANTS = "participants"
    SERVED = "served"


class CountRow(Declared):
    """One group of people, divided by what they answered.

    Without a question, the one cell is how many there are. Each question divides the same people in two: those who
    agree, and all the others, whether they disagree, are in doubt, or did not answer that question. So the cells of
    every question come to the same number. Otherwise 37 who answered one question and 36 who answered the next would
    tell that one person left it out.
    """

    count: Text = declared("Count", "`questionnaire`, `course-evaluation`, `participants` or `served`.", required=True)
    question: Text = declared("Question", "The id of the question; without it, how many there are.")
    part: Text = declared(
        "Part", "The id of a department, or of a workplace in a measurement; without it, all of them together."
    )
    cells: tuple[Number, ...] = declared(
        "Cells", "How many agree, and how many others there are; without a question, how many there are.", default=()
    )
    of: Number | None = declared("Of", "How many were asked, where that is known.", default=None)
    courses: Number | None = declared("Courses", "How many courses the answers are about.", default=None)
    most: Truth | None = declared(
        "Most", "`true` if more than half say yes, where the numbers themselves would be about few.", default=None
    )


class CountFile(Placed):
    """The fields of a file in values/counts/. Its name is the year, or 2026-2 for what came in later; or the id of a
    measurement, which is counted by itself, once."""

    frozen: Day | None = declared("Frozen", "The day that it was counted.", default=None, required=True)
    questions: tuple[Text, ...] = declared("Questions", "What was asked in a measurement, word for word.", default=())
    rows: tuple[CountRow, ...] = declared("Rows", "What was counted; `hverdag counts` writes them.", default=())

    @property
    def name(self) -> str:
        """The name of the file without its ending, as 2026 or 2026-2."""
        return self.path.removeprefix(FOLDER).removesuffix(".yml")

    @property
    def period(self) -> str:
        """The year that it is about; an empty string if its name is no year, as that of a measurement."""
        return period_of(self.name)

    @property
    def order(self) -> tuple[str, int]:
        """The sort key of files: the year, and the number within the year."""
        found = _NAME.fullmatch(self.name)
        return (found[1], int(found[2] or 1)) if found else ("", 0)

    def row(self, count: str, question: str = "", part: str = "") -> CountRow | None:
        """Return the row of a group and a question, or None."""
        wanted = (count, question, part)
        return next((row for row in self.rows if (row.count, row.question, row.part) == wanted), None)

    def cells(self, count: str, question: str = "", part: str = "") -> Cells | None:
        """Return the cells of a group and a question, or None."""
        row = self.row(count, question, part)
        return row.cells if row and row.cells else None

    def parts(self, count: str, question: str = "") -> dict[str, Cells]:
        """Return the cells of each department that a question is told of."""
        found = (row for row in self.rows if (row.count, row.question) == (count, question))
        return {row.part: row.cells for row in found if row.part and row.cells}


@dataclass(frozen=True)
class Numbered:
    """A row of a file, and its place in the file."""

    number: int
    row: CountRow


def percentage(some: int, everybody: int) -> int:
    """Return a share in whole per cent, halves rounded up."""
    return (200 * some + everybody) // (2 * everybody)


def share(cells: Cells) -> Message:
    """Return how many agree, or say yes: of how many, and as a percentage where there are enough answers."""
    agree, everybody = cells[0], sum(cells)
    if everybody < FEWEST_IN_PER_CENT:
        return message("{agree} of {all}", agree=agree, all=everybody)
    return message("{agree} of {all} ({percent}%)", agree=agree, all=everybody, percent=percentage(agree, everybody))


def period_of(name: str) -> str:
    """Return the year of a file's name, as 2026 of 2026-2; an empty string if it is no such name."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def frozen_counts(handbook: Handbook) -> tuple[CountFile, ...]:
    """Return the files of frozen counts that have a day and a year, the oldest first."""
    files = (file for file in handbook.data_of(CountFile) if file.frozen and file.period)
    return tuple(sorted(files, key=lambda file: file.order))


def whole_rows(file: CountFile) -> Iterator[Numbered]:
    """Yield the rows that are about everybody, with their places."""
    return (Numbered(number, row) for number, row in enumerate(file.rows) if not row.part and row.cells)


def next_name(names: Collection[str], period: str) -> str:
    """Return the name of the next file of a year, after those that there are."""
    numbers = (1, *range(2, len(names) + 2))
    return next(name for number in numbers if (name := _named(period, number)) not in names)


def _named(period: str, number: int) -> str:
    return period if number == 1 else f"{period}-{number}"
