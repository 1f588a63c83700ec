"""A table of answers that a form or a spreadsheet exports as CSV: which column is which, and what is left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.csv_text import is_formula, without_guard
from ..model.problem import Problem, Source
from .csv_file import DELIMITERS, Cells, csv_text, first_rows, rows_of, without_marker
from .csv_headings import Column, column_of, is_personal_heading, letters
from .rules import csv as rules

_LOOKED_AT = 10
"""Rows in which the headings are looked for: some systems write a title above them."""

_TRIED = 200
"""Cells of a column that are asked about."""

IsPersonal = Callable[[str], bool]
"""Returns True if a cell holds nothing but what says who somebody is, such as a mail address."""


@dataclass(frozen=True)
class Row:
    """A row: the text of each column by its id, and the number that a spreadsheet shows beside it."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, id: str) -> str:
        """Return the text of a column; an empty string if the file lacks the column."""
        return self.cells.get(id, "")


@dataclass(frozen=True)
class Table:
    """What a CSV file holds. `rows` have as many cells as there are headings; each of the others is a problem.

    `headings` are what the file calls the columns that it has, and `positions` their places from 1, by their ids.
    `head` is the number of the row that they stand in, as a spreadsheet shows it; 0 if there is none.
    `dropped` are the headings of columns that nobody asked for, and `personal` of those that say who somebody is:
    nothing else is kept of either. `problems` are those of the file, and of rows that are left out.
    """

    path: str
    delimiter: str = ";"
    rows: tuple[Row, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, int] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    head: int = 0

    def at(self, row: Row, id: str = "") -> Source:
        """Return the source of a row, or of one of its cells, with the numbers that a spreadsheet shows."""
        return Source(self.path, row.number, self.positions.get(id, 1), self.headings.get(id, ""))


def read_table(
    raw: bytes, columns: Sequence[Column], path: str = "", is_personal: IsPersonal = lambda _: False
) -> Table:
    """Return the table in the bytes of a CSV file. `path` is its name in messages.

    It never raises for what is in the file. Where a file cannot be read at all, or lacks a column that it must have,
    there are no rows.
    """
    text, problems = csv_text(raw, path)
    if problems:
        return Table(path, problems=tuple(problems))
    text, named = without_marker(text)
    delimiter = named or max(DELIMITERS, key=lambda one: _fit(text, one, columns))
    rows, faults = rows_of(text, path, delimiter)
    return _Reader(path, columns, is_personal).table(rows, faults, delimiter)


def _fit(text: str, delimiter: str, columns: Sequence[Column]) -> tuple[int, int]:
    """Return how well a delimiter fits: the most headings that are known in a row, and the most cells."""
    beginning = list(first_rows(text, delimiter, _LOOKED_AT))
    known = max((_known(row, columns) for row in beginning), default=0)
    return known, max((len(row) for row in beginning), default=0)


def _known(texts: Sequence[str], columns: Sequence[Column]) -> int:
    return len({column.id for text in texts if (column := column_of(text, columns))})


class _Reader:
    """Reads the rows of one file."""

    def __init__(self, path: str, columns: Sequence[Column], is_personal: IsPersonal) -> None:
        self._path = path
        self._columns = columns
        self._is_personal = is_personal
        self._problems: list[Problem] = []
        self._headings: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._dropped: list[str] = []
        self._personal: list[str] = []
        self._head = 0

    def table(self, rows: list[Cells], faults: list[Problem], delimiter: str) -> Table:
        filled = [row for row in rows if not row.is_empty]
        head = max(filled[:_LOOKED_AT], key=lambda row: _known(row.texts, self._columns), default=None)
        if head is None:
            self._problems += faults or [rules.CSV_EMPTY.at(Source(self._path))]
            return self._made((), delimiter)
        self._head = head.number
        below = [row for row in filled if row.number > head.number]
        self._read_headings(head, below)
        if not self._has_all(head):
            return self._made((), delimiter)
        if not below and not faults:
            self._problems.append(rules.CSV_EMPTY.at(Source(self._path, head.number)))
        found = [row for cells in below if (row := self._row(cells, len(head.texts))) is not None]
        self._problems += faults
        # Where a quotation mark is not closed, what is read before it may be half of something.
        return self._made(() if faults else self._without_personal(found, head), delimiter)

    def _made(self, rows: tuple[Row, ...], delimiter: str) -> Table:
        return Table(
            path=self._path,
            delimiter=delimiter,
            rows=rows,
            headings=self._headings,
            positions={id: at + 1 for id, at in self._places.items()},
            dropped=tuple(self._dropped),
            personal=tuple(self._personal),
            problems=tuple(self._problems),
            head=self._head,
        )

    def _read_headings(self, head: Cells, below: Sequence[Cells]) -> None:
        for at, heading in enumerate(head.texts):
            is_filled = any(len(row.texts) > at and row.texts[at] for row in below)
            column = column_of(heading, self._columns)
            if column and column.id in self._places:
                if is_filled:
                    source = Source(self._path, head.number, at + 1)
                    self._problems.append(rules.CSV_TWICE.at(source, given=heading))
            elif column:
                self._places[column.id], self._headings[column.id] = at, heading
            elif is_personal_heading(heading):
                self._personal.append(heading)
            elif heading or is_filled:
                self._dropped.append(heading or letters(at))

    def _has_all(self, head: Cells) -> bool:
        """Return True if the file has every column that it must have, once."""
        missing = [column.labels[0] for column in self._columns if column.required and column.id not in self._places]
        if missing:
            every = ", ".join(column.labels[0] for column in self._columns if not column.is_own)
            source = Source(self._path, head.number)
            self._problems.append(rules.CSV_HEADING.at(source, names=", ".join(missing), headings=every))
        return not self._problems

    def _row(self, cells: Cells, wanted: int) -> Row | None:
        """Return a row by the ids of its columns; None, and a problem, if it has too few or too many cells. Empty ones
        beyond the last heading are none."""
        if len(cells.texts) < wanted or any(cells.texts[wanted:]):
            source = Source(self._path, cells.number)
            self._problems.append(rules.CSV_CELLS.at(source, number=len(cells.texts), wanted=wanted))
            return None
        row = Row(cells.number, {id: without_guard(cells.texts[at]) for id, at in self._places.items()})
        for id, text in row.cells.items():
            if is_formula(text) and not text.startswith("- "):  # a dash before a text is no more than that
                source = Source(self._path, row.number, self._places[id] + 1, self._headings[id])
                self._problems.append(rules.CSV_FORMULA.at(source, heading=self._headings[id]))
        return row

    def _without_personal(self, rows: list[Row], head: Cells) -> tuple[Row, ...]:
        """Return the rows without the columns that mostly say who somebody is, whatever they are called."""
        gone: set[str] = set()
        for id, at in self._places.items():
            filled = [row[id] for row in rows if row[id]][:_TRIED]
            if filled and 2 * sum(map(self._is_personal, filled)) >= len(filled):
                gone.add(id)
                source = Source(self._path, head.number, at + 1, self._headings[id])
                self._problems.append(rules.CSV_PERSONAL.at(source, heading=self._headings[id]))
                self._personal.append(self._headings[id])
        kept = [Row(row.number, {id: row[id] for id in row.cells if id not in gone}) for row in rows]
        return tuple(kept if gone else rows)
