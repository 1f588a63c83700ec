"""Plans what a CSV file of receipts comes to: which rows are written where, which are there already, and which have
faults. Sound rows are taken in although others have faults: a row that is mended and handed in again is new, and those
that were taken in are recognised as doubles. What has faults is kept in private/receipts/ as a CSV file to mend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...features.receipts import command_rules as rules
from ...features.uptake import counts_of
from ...model.handbook import Handbook
from ...model.uptake.receipts import FOLDER, Receipt, ReceiptFile, month_of, receipts
from ...model.uptake.tally import Tally
from ...parse.rules.csv import CSV_FORMULA
from ...pipeline.read import ReadPublication
from ..tables.discretion import never_surnames
from ..tables.intake import Intake, Tell, read_rows
from ..tables.lines import appended
from ..tables.marks import taken_in, with_marks
from ..tables.mending import to_mend
from ..tables.store import FileChange
from .decisions import Decisions
from .naming import Naming
from .rows import ReadRow, RowReader
from .store import STORE


@dataclass(frozen=True)
class Double:
    """A row that is there already: its number, where the first one is, and True if they do not say the same."""

    number: int
    first: str | int
    differs: bool


@dataclass(frozen=True)
class ReceiptIntake(Intake[ReadRow]):
    """What is to be written of a CSV file of receipts: the new rows, and those that are there already."""

    new: tuple[ReadRow, ...] = ()
    doubles: tuple[Double, ...] = ()

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


def plan_intake(publication: ReadPublication, file: Path, today: date, tell: Tell, said: Decisions) -> ReceiptIntake:
    """Plan the intake of a CSV file, with what a person has said about its rows. Raises RefusedError if the publication
    has no workplaces, or if what it has cannot be read, and ForeignPrivateError if private/ is not our own."""
    handbook, root, language = publication.handbook, publication.root, publication.handbook.settings.language
    table, faults, is_readable = read_rows(STORE, publication, file, rules.NO_WORKPLACES, ("date", "next"))
    if not is_readable:
        return ReceiptIntake(STORE, root, table, faults)
    reader = RowReader(table, Naming(handbook, said.workplaces), today, never_surnames(handbook), said)
    held = taken_in(STORE, root)
    known = {row.number for row in table.rows if reader.kept.is_among(row, held)}
    read = [reader.read(row) for row in table.rows if row.number not in known]
    new, doubles = _apart([one for one in read if one.receipt], handbook)
    faulty = tuple(one for one in read if not one.receipt and not one.is_old)
    return ReceiptIntake(
        store=STORE,
        root=root,
        table=table,
        problems=tuple(one for one in faults if one.source.line not in known),
        new=tuple(new),
        doubles=tuple(doubles),
        faulty=faulty,
        old=tuple(one for one in read if one.is_old),
        known=len(known),
        changes=tuple(_changes(root, [one.receipt for one in new if one.receipt], handbook)),
        marks=with_marks(STORE, root, _marks(new), today) if new else None,
        to_mend=to_mend(STORE, root, file.stem, language, reader.kept.to_mend(faulty, language, tell)),
        reached=_reached(handbook, new, today),
    )


def _marks(new: Sequence[ReadRow]) -> dict[str, date]:
    """Return the days of rows that are taken in, by their marks."""
    return {one.mark: one.receipt.date for one in new if one.receipt and one.receipt.date}


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
    held = {one.identity for _, _, file in STORE.private_files(root) for one in file.receipts}
    published = {one.identity for one in receipts(handbook) if one.sentence}
    sentences = [
        Receipt(date=one.date, workplaces=one.workplaces, tool=one.tool, sentence=one.sentence)
        for one in new
        if one.sentence and not one.yes and one.identity not in held | published
    ]
    public = [one if one.yes else one.model_copy(update={"sentence": ""}) for one in new]
    for folder, rows in ((STORE.private, sentences), (FOLDER, public)):
        months: dict[str, list[Receipt]] = {}
        for one in sorted(rows, key=lambda one: str(one.date)):
            months.setdefault(month_of(one.date) if one.date else "", []).append(one)
        for month, of_month in sorted(months.items()):
            yield appended(STORE, root, f"{folder}{month}", of_month, {})


def _reached(handbook: Handbook, new: Sequence[ReadRow], today: date) -> Tally:
    """Return how many workplaces have a receipt for one of our tools when the new ones are counted too."""
    more = ReceiptFile(receipts=tuple(one.receipt for one in new if one.receipt))
    return counts_of(handbook)["workplaces-with-receipt"].find(replace(handbook, data=(*handbook.data, more)), today)
