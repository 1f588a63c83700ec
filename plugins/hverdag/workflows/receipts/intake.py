"""Plans what a CSV file of receipts comes to: which rows are written where, which are there already, and which have
faults. Sound rows are taken in although others have faults: a row that is mended and handed in again is new, and those
that were taken in are recognised as doubles. What has faults is kept in private/receipts/ as a CSV file to mend."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...features.receipts import command_rules as rules
from ...features.uptake import counts_of
from ...model.handbook import Handbook
from ...model.problem import Problem, Source
from ...model.uptake.receipts import FOLDER, Receipt, ReceiptFile, month_of, receipts
from ...model.uptake.tally import Tally
from ...model.uptake.workplaces import workplaces_of
from ...parse.csv_cells import month_first_problems
from ...parse.csv_file import read_csv_bytes
from ...parse.csv_table import Table, read_table
from ...parse.rules.csv import CSV_FORMULA
from ...pipeline.read import ReadPublication
from ...publish.private_files import require_private
from ..story_file import RefusedError
from .columns import columns, mark_heading
from .decisions import Decisions
from .files import NAME, PRIVATE, FileChange, content, private_files, refuse_faulty, write_changes
from .lines import with_rows
from .naming import Naming
from .rows import ReadRow, RowReader, discreet, is_personal
from .taken_in import taken_in, with_marks
from .to_mend import FAULTS, to_mend, without_faults

Tell = Callable[[Problem], str]
"""Says what is wrong in a sentence of the editors' language."""


@dataclass(frozen=True)
class Double:
    """A row that is there already: its number, where the first one is, and True if they do not say the same."""

    number: int
    first: str | int
    differs: bool


@dataclass(frozen=True)
class Intake:
    """What is to be written of a CSV file. `problems` are those of the file as a whole, `faulty` the rows with faults,
    `known` how many rows were taken in before, whatever became of them, and `old` those that nothing is kept of;
    `reached` is how many workplaces have a receipt for one of our tools afterwards."""

    root: Path
    table: Table
    problems: tuple[Problem, ...] = ()
    new: tuple[ReadRow, ...] = ()
    doubles: tuple[Double, ...] = ()
    faulty: tuple[ReadRow, ...] = ()
    old: tuple[ReadRow, ...] = ()
    known: int = 0
    changes: tuple[FileChange, ...] = ()
    marks: FileChange | None = None
    to_mend: FileChange | None = None
    reached: Tally | None = None

    @property
    def written(self) -> tuple[FileChange, ...]:
        """All files that will be other than they are."""
        return tuple(one for one in (*self.changes, self.marks, self.to_mend) if one and one.before != one.after)

    @property
    def to_read(self) -> tuple[ReadRow, ...]:
        """The new rows with a sentence that a person must read: one that is published, holds a possible name, or was a
        formula."""
        formulas = {problem.source.line for problem in self.problems if problem.rule == CSV_FORMULA.id}
        return tuple(
            one
            for one in self.new
            if one.receipt and one.receipt.sentence and (one.receipt.yes or one.names or one.row.number in formulas)
        )

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        write_changes(self.root, self.written)


def plan_intake(publication: ReadPublication, file: Path, today: date, tell: Tell, said: Decisions) -> Intake:
    """Plan the intake of a CSV file, with what a person has said about its rows. Raises RefusedError if the publication
    has no workplaces, or if what it has cannot be read, and ForeignPrivateError if private/ is not our own."""
    handbook, root, language = publication.handbook, publication.root, publication.handbook.settings.language
    require_private(root, NAME)
    if not workplaces_of(handbook).workplaces:
        raise RefusedError(rules.NO_WORKPLACES.at(Source(workplaces_of(handbook).path)))
    refuse_faulty(publication)
    raw, faults = read_csv_bytes(file)
    if faults:
        return Intake(root, Table(file.name), tuple(faults))
    table = without_faults(discreet(read_table(raw, columns(language), file.name, is_personal)))
    faults = [*table.problems, *month_first_problems(table, ("date", "next"))]
    if not table.rows or len(faults) > len(table.problems):
        return Intake(root, table, tuple(faults))
    reader = RowReader(table, Naming(handbook, said.workplaces), today, _words(handbook), said)
    held = taken_in(root)
    known = {row.number for row in table.rows if reader.is_among(row, held)}
    read = [reader.read(row) for row in table.rows if row.number not in known]
    new, doubles = _apart([one for one in read if one.receipt], handbook)
    faulty = tuple(one for one in read if not one.receipt and not one.is_old)
    headings = (FAULTS[language], mark_heading(language))
    return Intake(
        root=root,
        table=table,
        problems=tuple(one for one in faults if one.source.line not in known),
        new=tuple(new),
        doubles=tuple(doubles),
        faulty=faulty,
        old=tuple(one for one in read if one.is_old),
        known=len(known),
        changes=tuple(_changes(root, [one.receipt for one in new if one.receipt], handbook)),
        marks=with_marks(root, _marks(new), today) if new else None,
        to_mend=to_mend(root, file.stem, language, _rows_to_mend(reader, faulty, headings, tell)),
        reached=_reached(handbook, new, today),
    )


def _marks(new: Sequence[ReadRow]) -> dict[str, date]:
    """Return the days of rows that are taken in, by their marks."""
    return {one.mark: one.receipt.date for one in new if one.receipt and one.receipt.date}


def _words(handbook: Handbook) -> frozenset[str]:
    """Return words that are never surnames in a receipt: those of the organisation, its values and its workplaces."""
    settings = handbook.settings
    names = (settings.organisation, settings.title, *(value.name for value in handbook.values))
    places = (one.name for one in workplaces_of(handbook).workplaces)
    return frozenset(word for name in (*names, *places) for word in name.split())


def _apart(read: Sequence[ReadRow], handbook: Handbook) -> tuple[list[ReadRow], list[Double]]:
    """Return the rows that are new, and those that are in the repository or earlier in the file."""
    known: dict[tuple[str, ...], tuple[str | int, Receipt]] = {}
    for file in handbook.data_of(ReceiptFile):
        for one in file.receipts:
            known.setdefault(one.identity, (file.path, one))
    new: list[ReadRow] = []
    doubles: list[Double] = []
    for row in read:
        receipt = row.receipt
        if receipt is None:
            continue
        where, first = known.setdefault(receipt.identity, (row.row.number, receipt))
        if first is receipt:
            new.append(row)
        else:
            doubles.append(Double(row.row.number, where, _differs(first, receipt, is_held=isinstance(where, str))))
    return new, doubles


def _differs(first: Receipt, other: Receipt, *, is_held: bool) -> bool:
    """Return True if two receipts of one event do not say the same. What the repository holds has no sentence most
    often, so the sentences are compared within a file only."""
    own = (first.people, first.next) != (other.people, other.next)
    return own or (not is_held and first.sentence != other.sentence)


def _changes(root: Path, new: Sequence[Receipt], handbook: Handbook) -> Iterator[FileChange]:
    """Yield the files that are written: first those with sentences, so that no row is without its sentence if a run is
    ended between two files."""
    held = {one.identity for _, _, file in private_files(root) for one in file.receipts}
    published = {one.identity for one in receipts(handbook) if one.sentence}
    sentences = [
        Receipt(date=one.date, workplaces=one.workplaces, tool=one.tool, sentence=one.sentence)
        for one in new
        if one.sentence and not one.yes and one.identity not in held | published
    ]
    public = [one if one.yes else one.model_copy(update={"sentence": ""}) for one in new]
    for folder, rows in ((PRIVATE, sentences), (FOLDER, public)):
        months: dict[str, list[Receipt]] = {}
        for one in sorted(rows, key=lambda one: str(one.date)):
            months.setdefault(month_of(one.date) if one.date else "", []).append(one)
        for month, of_month in sorted(months.items()):
            yield _appended(root, folder, month, of_month)


def _appended(root: Path, folder: str, month: str, rows: Sequence[Receipt]) -> FileChange:
    """Return the file of a month with more rows. Where it is written in a way that they cannot be added to, or too
    long, they go to another file beside it."""
    for number in range(1, 100):
        path = f"{folder}{month}{f'-{number}' if number > 1 else ''}.yml"
        before = content(root, path)
        after = with_rows(before, path, rows) if before or not (root / path).exists() else None
        if after is not None:
            return FileChange(path, before, after)
    raise RefusedError(rules.UNWRITABLE.at(Source(f"{folder}{month}.yml"), given=f"{folder}{month}.yml"))


def _rows_to_mend(reader: RowReader, faulty: Sequence[ReadRow], headings: Sequence[str], tell: Tell) -> list[list[str]]:
    """Return the rows with faults and their headings, each with what is wrong and its mark; none if nothing is."""
    rows = [[*reader.shown(one.row), " ".join(map(tell, one.problems)), one.mark] for one in faulty]
    return [[*reader.headings(), *headings], *rows] if rows else []


def _reached(handbook: Handbook, new: Sequence[ReadRow], today: date) -> Tally:
    """Return how many workplaces have a receipt for one of our tools when the new ones are counted too."""
    more = ReceiptFile(receipts=tuple(one.receipt for one in new if one.receipt))
    return counts_of(handbook)["workplaces-with-receipt"].find(replace(handbook, data=(*handbook.data, more)), today)
