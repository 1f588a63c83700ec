"""What of a CSV file is to be written, for any kind of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ...model.declared import Declared, Placed
from ...model.problem import Problem, Rule, Source
from ...model.uptake.tally import Tally
from ...model.uptake.workplaces import workplaces_of
from ...parse.csv_cells import month_first_problems
from ...parse.csv_file import read_csv_bytes
from ...parse.csv_table import Table, read_table
from ...pipeline.read import ReadPublication
from ...publish.private_files import require_private
from ..story_file import RefusedError
from .discretion import discreet, is_personal
from .mending import without_faults
from .store import FileChange, Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)
T = TypeVar("T")

Tell = Callable[[Problem], str]
"""Says what is wrong in a sentence of the editors' language."""


@dataclass(frozen=True)
class Intake(Generic[T]):
    """What is to be written of a CSV file, whose rows are read as T. `problems` are those of the file as a whole,
    `faulty` the rows with faults, `known` how many rows were taken in before, whatever became of them, and `old` those
    that nothing is kept of; `reached` is how many workplaces the kind of rows reaches afterwards."""

    store: Store[Any, Any]
    root: Path
    table: Table
    problems: tuple[Problem, ...] = ()
    faulty: tuple[T, ...] = ()
    old: tuple[T, ...] = ()
    known: int = 0
    changes: tuple[FileChange, ...] = ()
    marks: FileChange | None = None
    to_mend: FileChange | None = None
    reached: Tally | None = None

    @property
    def written(self) -> tuple[FileChange, ...]:
        """All files that will be other than they are."""
        return tuple(one for one in (*self.changes, self.marks, self.to_mend) if one and one.before != one.after)

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        self.store.write(self.root, self.written)


def read_rows(
    store: Store[F, R], publication: ReadPublication, file: Path, no_workplaces: Rule, days: Sequence[str]
) -> tuple[Table, tuple[Problem, ...], bool]:
    """Return a CSV file as a table, what is wrong with it as a whole, and True if its rows can be read. `days` are the
    columns with dates. Raises RefusedError if the publication has no workplaces, or if what it has cannot be read, and
    ForeignPrivateError if private/ is not our own."""
    workplaces, language = workplaces_of(publication.handbook), publication.handbook.settings.language
    require_private(publication.root, store.name)
    if not workplaces.workplaces:
        raise RefusedError(no_workplaces.at(Source(workplaces.path)))
    store.refuse_faulty(publication)
    raw, faults = read_csv_bytes(file)
    if faults:
        return Table(file.name), tuple(faults), False
    table = without_faults(discreet(read_table(raw, store.columns(language), file.name, is_personal)))
    month_first = tuple(month_first_problems(table, days))
    return table, (*table.problems, *month_first), bool(table.rows) and not month_first
