"""Plans what a CSV file of agreements comes to: which rows are new, which say what became of an agreement that is
there, which are there already, and which have faults. Sound rows are taken in although others have faults; those are
kept in private/wordings/ as a CSV file to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...features.agreements import command_rules as rules
from ...features.uptake import counts_of
from ...model.handbook import Handbook
from ...model.uptake.agreements import FOLDER, Agreement, AgreementFile
from ...model.uptake.receipts import month_of
from ...model.uptake.tally import Tally
from ...pipeline.read import ReadPublication
from ..tables.intake import Intake, Tell, read_rows
from ..tables.lines import appended, with_changed
from ..tables.marks import taken_in, with_marks
from ..tables.mending import to_mend
from ..tables.store import FileChange
from .matching import Matched, changed_agreement, lasting, matched
from .rows import ReadRow, RowReader
from .store import STORE


@dataclass(frozen=True)
class AgreementIntake(Intake[ReadRow]):
    """What is to be written of a CSV file of agreements, and what its rows were found to be."""

    found: Matched | None = None


def plan_intake(publication: ReadPublication, file: Path, today: date, tell: Tell) -> AgreementIntake:
    """Plan the intake of a CSV file. Raises RefusedError if the publication has no workplaces, or if what it has cannot
    be read, and ForeignPrivateError if private/ is not our own."""
    handbook, root, language = publication.handbook, publication.root, publication.handbook.settings.language
    table, faults, is_readable = read_rows(STORE, publication, file, rules.NO_WORKPLACES, ("date", "review"))
    if not is_readable:
        return AgreementIntake(STORE, root, table, faults)
    reader, held = RowReader(table, handbook, today), taken_in(STORE, root)
    taken = {row.number for row in table.rows if reader.kept.is_among(row, held)}
    read = [reader.read(row) for row in table.rows if row.number not in taken]
    words = _words(root)
    known = {identity: one for identity, (_, _, one) in words.items()}
    found = matched([one for one in read if one.agreement], handbook.data_of(AgreementFile), known, table)
    faulty = tuple(one for one in read if not one.agreement and not one.is_old)
    return AgreementIntake(
        store=STORE,
        root=root,
        table=table,
        problems=(*(one for one in faults if one.source.line not in taken), *found.told),
        found=found,
        faulty=faulty,
        old=tuple(one for one in read if one.is_old),
        known=len(taken),
        changes=tuple(_changes(root, found, words)),
        marks=_marks(root, found, today),
        to_mend=to_mend(STORE, root, file.stem, language, reader.kept.to_mend(faulty, language, tell)),
        reached=_reached(handbook, found, today),
    )


_Words = Mapping[tuple[str, ...], tuple[str, int, Agreement]]
"""The agreements of private/wordings by what they have in common: the file, the number in it, and the agreement."""


def _words(root: Path) -> _Words:
    return {
        one.identity: (path, number, one)
        for path, _, file in STORE.private_files(root)
        for number, one in enumerate(file.agreements)
    }


def _marks(root: Path, found: Matched, today: date) -> FileChange | None:
    days = {row.mark: row.agreement.date for row in lasting(found) if row.agreement and row.agreement.date}
    return with_marks(STORE, root, days, today) if days else None


def _changes(root: Path, found: Matched, words: _Words) -> list[FileChange]:
    """Return the files that are written: first those with words, so that no row is without its words if a run is ended
    between two files."""
    new = [row.agreement for row in found.new if row.agreement]
    changed = [(held, changed_agreement(row.agreement, held.agreement)) for row, held in found.changed if row.agreement]
    in_git = [*((one, _public(one)) for one in new), *((one, _public(one, held.in_git)) for held, one in changed)]
    private: dict[str, dict[int, Agreement]] = {}
    unwritten: list[Agreement] = []
    for one, told in in_git:
        path, number, _ = words.get(one.identity, ("", 0, one))
        if path:
            private.setdefault(path, {})[number] = _words_of(one)
        elif _words_of(one) != _words_of(told):
            unwritten.append(_words_of(one))
    public: dict[str, dict[int, Agreement]] = {}
    for held, one in changed:
        public.setdefault(held.path, {})[held.number] = _public(one, held.in_git)
    return [
        *_written(root, STORE.private, private, unwritten),
        *_written(root, FOLDER, public, [_public(one) for one in new]),
    ]


def _words_of(one: Agreement) -> Agreement:
    return one.model_copy(update={"review": None, "outcome": "", "yes": None})


def _public(one: Agreement, in_git: Agreement | None = None) -> Agreement:
    """Return what of an agreement may be in git: its words only as they are there already, with a yes. That yes is to
    no other words."""
    words = in_git if in_git and one.yes else Agreement()
    return one.model_copy(update={"agreement": words.agreement, "happened": words.happened})


def _written(
    root: Path, folder: str, changed: Mapping[str, Mapping[int, Agreement]], new: Sequence[Agreement]
) -> list[FileChange]:
    """Return the files of a folder with rows that say something else, and with new ones in the file of their month."""
    files: dict[str, FileChange] = {}
    for path, rows in changed.items():
        before = STORE.content(root, path)
        files[path] = FileChange(path, before, with_changed(STORE, before, path, rows))
    months: dict[str, list[Agreement]] = {}
    for one in sorted(new, key=lambda one: str(one.date)):
        months.setdefault(month_of(one.date) if one.date else "", []).append(one)
    for month, of_month in sorted(months.items()):
        held = {path: change.after for path, change in files.items()}
        change = appended(STORE, root, f"{folder}{month}", of_month, held)
        files[change.path] = change
    return list(files.values())


def _reached(handbook: Handbook, found: Matched, today: date) -> Tally:
    """Return how many workplaces have agreed on something when the new rows are counted too."""
    more = AgreementFile(agreements=tuple(row.agreement for row in found.new if row.agreement))
    return counts_of(handbook)["workplaces-with-agreement"].find(replace(handbook, data=(*handbook.data, more)), today)
