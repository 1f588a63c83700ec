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
from ...pipeline.read import ReadPublication
from ..story_file import RefusedError
from .files import PRIVATE, FileChange, content, private_files, refuse_faulty, refuse_foreign, write_changes
from .lines import receipt_line, with_rows
from .naming import Naming
from .rows import ReadRow, RowReader, columns, discreet, is_personal
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
    and `old` those that nothing is kept of; `reached` is how many workplaces have a receipt for one of our tools
    afterwards."""

    root: Path
    table: Table
    problems: tuple[Problem, ...] = ()
    new: tuple[ReadRow, ...] = ()
    doubles: tuple[Double, ...] = ()
    faulty: tuple[ReadRow, ...] = ()
    old: tuple[ReadRow, ...] = ()
    changes: tuple[FileChange, ...] = ()
    to_mend: FileChange | None = None
    reached: Tally | None = None

    @property
    def written(self) -> tuple[FileChange, ...]:
        """All files that will be other than they are."""
        every = (*self.changes, *((self.to_mend,) if self.to_mend else ()))
        return tuple(one for one in every if one.before != one.after)

    def write(self) -> None:
        """Write it: all files, or none. Raises RefusedError if one cannot be written."""
        write_changes(self.root, self.written)


def plan_intake(publication: ReadPublication, file: Path, today: date, tell: Tell) -> Intake:
    """Plan the intake of a CSV file. Raises RefusedError if the publication has no workplaces, or if what it has cannot
    be read."""
    handbook, root, language = publication.handbook, publication.root, publication.handbook.settings.language
    refuse_foreign(root)
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
    reader = RowReader(table, Naming(handbook), today, _words(handbook))
    read = [reader.read(row) for row in table.rows]
    new, doubles = _apart([one for one in read if one.receipt], handbook)
    faulty = tuple(one for one in read if not one.receipt and not one.is_old)
    return Intake(
        root=root,
        table=table,
        problems=tuple(faults),
        new=tuple(new),
        doubles=tuple(doubles),
        faulty=faulty,
        old=tuple(one for one in read if one.is_old),
        changes=tuple(_changes(root, [one.receipt for one in new if one.receipt], handbook)),
        to_mend=to_mend(root, file.stem, language, _rows_to_mend(reader, faulty, FAULTS[language], tell)),
        reached=_reached(handbook, new, today),
    )


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
        if one.sentence and one.identity not in held | published
    ]
    for folder, rows in ((PRIVATE, sentences), (FOLDER, [one.model_copy(update={"sentence": ""}) for one in new])):
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
            return FileChange(path, before, after, tuple(receipt_line(one) for one in rows))
    raise RefusedError(rules.UNWRITABLE.at(Source(f"{folder}{month}.yml"), given=f"{folder}{month}.yml"))


def _rows_to_mend(reader: RowReader, faulty: Sequence[ReadRow], heading: str, tell: Tell) -> list[list[str]]:
    """Return the rows with faults and their headings, each with what is wrong; none if nothing is."""
    rows = [[*reader.shown(one.row), " ".join(map(tell, one.problems))] for one in faulty]
    return [[*reader.headings(), heading], *rows] if rows else []


def _reached(handbook: Handbook, new: Sequence[ReadRow], today: date) -> Tally:
    """Return how many workplaces have a receipt for one of our tools when the new ones are counted too."""
    more = ReceiptFile(receipts=tuple(one.receipt for one in new if one.receipt))
    return counts_of(handbook)["workplaces-with-receipt"].find(replace(handbook, data=(*handbook.data, more)), today)
