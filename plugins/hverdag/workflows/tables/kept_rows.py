"""How rows of a CSV file are known again when they come once more, and how those with faults are kept for mending."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ...model.language import Language
from ...model.problem import Problem
from ...parse.csv_table import Row, Table
from .discretion import Discretion
from .intake import Tell
from .marks import is_mark, mark_heading, mark_of
from .mending import FAULTS


class FaultyRow(Protocol):
    """A row, what is wrong with it, and its mark."""

    @property
    def row(self) -> Row:
        """The row."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong."""

    @property
    def mark(self) -> str:
        """Its mark."""


@dataclass(frozen=True)
class KeptRows:
    """The rows of one file, with the ids of the columns that they are known by; `discretion` covers personal data in
    them."""

    table: Table
    discretion: Discretion
    ids: Sequence[str]

    def mark(self, row: Row) -> str:
        """Return the mark of a row: that of the one that it mends, if it does."""
        cells = ((id, self.discretion.shown(id, row[id])) for id in self.ids)
        return row["mark"] if is_mark(row["mark"]) else mark_of(cells)

    def is_among(self, row: Row, marks: Collection[str]) -> bool:
        """Return True if a row has been taken in. One that came to be mended is read in any case: somebody may have
        made two of it."""
        return not is_mark(row["mark"]) and self.mark(row) in marks

    def to_mend(self, faulty: Sequence[FaultyRow], language: Language, tell: Tell) -> list[list[str]]:
        """Return rows with faults and their headings, each with what is wrong and its mark; none if nothing is wrong.
        Personal data is covered in all cells."""
        headings = [self.table.headings[id] for id in self._there()]
        rows = [[*self._shown(one.row), " ".join(map(tell, one.problems)), one.mark] for one in faulty]
        return [[*headings, FAULTS[language], mark_heading(language)], *rows] if rows else []

    def _there(self) -> Iterator[str]:
        return (id for id in self.ids if id in self.table.headings)

    def _shown(self, row: Row) -> Iterator[str]:
        return (self.discretion.shown(id, row[id]) for id in self._there())
