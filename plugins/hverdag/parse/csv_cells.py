"""The cells of one row of a table as dates, numbers and texts, with a problem for each that cannot be read."""

from collections.abc import Callable, Iterable
from datetime import date

from ..model.problem import Parameter, Problem, Rule
from .csv_table import Row, Table
from .csv_values import first_month_first, parse_day, parse_number
from .rules import csv as rules

Cover = Callable[[str, str], str]
"""Covers what nobody may read in the text of a cell, given the id of its column."""


class CellReader:
    """Reads the cells of one row. `problems` are all of those that were found so far; they quote no more of a cell than
    `cover` leaves."""

    def __init__(self, table: Table, row: Row, cover: Cover = lambda _, text: text) -> None:
        self._table = table
        self._row = row
        self._cover = cover
        self.problems: list[Problem] = []

    def text(self, id: str, *, required: bool = False) -> str:
        """Return the text of a cell; an empty string if there is none, which is a problem if it is `required`."""
        text = self._row[id]
        if required and not text:
            self.report(rules.CSV_CELL, id)
        return text

    def day(self, id: str, *, required: bool = False) -> date | None:
        """Return the date in a cell; None if there is none."""
        text = self.text(id, required=required)
        found = parse_day(text) if text else None
        if text and found is None:
            self.report(rules.CSV_DAY, id)
        return found

    def number(self, id: str, *, required: bool = False) -> int | None:
        """Return the whole number in a cell; None if there is none."""
        text = self.text(id, required=required)
        found = parse_number(text) if text else None
        if text and found is None:
            self.report(rules.CSV_NUMBER, id)
        return found

    def report(self, rule: Rule, id: str, **parameters: Parameter) -> None:
        """Add a problem in a cell, with the parameters `given` and `heading`."""
        heading, cell = self._table.headings.get(id, id), self._row[id]
        shown = self._cover(id, cell)
        given = parameters.get("given", cell)
        # A part of a cell may be half of what is covered in it.
        quoted = given if shown == cell or str(given) in shown else shown
        source = self._table.at(self._row, id)
        self.problems.append(rule.at(source, **{**parameters, "given": quoted, "heading": heading}))


def month_first_problems(table: Table, ids: Iterable[str]) -> list[Problem]:
    """Return a problem for each column of dates, by their ids, in which the month seems to come first."""
    found = []
    for id in ids:
        text = first_month_first(row[id] for row in table.rows)
        row = next((row for row in table.rows if text and row[id] == text), None)
        if row:
            heading = table.headings.get(id, id)
            found.append(rules.CSV_MONTH_FIRST.at(table.at(row, id), heading=heading, given=text))
    return found
