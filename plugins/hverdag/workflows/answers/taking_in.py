"""Plans and writes what a file of answers adds to private/answers/."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ...features.customers import command_rules as measured_rules
from ...features.evaluation import command_rules as rules
from ...model.problem import Source
from ...model.uptake.counts import CountKind
from ...model.uptake.questionnaires import Questionnaire
from ...publish.private_files import private_folder
from ..source_files import Replacement, replace_files
from ..story_file import RefusedError
from .reading import ReadAnswers, Sheet
from .store import ANSWERS, OpenAnswer, Stored, StoredAnswer, TakenFiles, digest_of, load, taken_files

T = TypeVar("T", StoredAnswer, OpenAnswer)

_FEWEST_ALIKE = 5
"""Answers that are alike by chance; more than these, and half of the file or of what is stored, may be an earlier file
again: a form that is still open may have got far more answers since."""


@dataclass(frozen=True)
class PlannedAnswers:
    """Answers that are not stored yet: how many there are of each year, and the files before and after."""

    root: Path
    questionnaire: Questionnaire
    added: Mapping[str, int]
    left_out: int
    changes: tuple[Replacement, ...]

    def write(self) -> None:
        """Write all of it, or nothing. Raises OSError and ChangedMeanwhileError."""
        private_folder(self.root, ANSWERS)
        replace_files(self.changes)


def plan_answers(
    root: Path, raw: bytes, read: ReadAnswers, fewest: int, *, only_new: bool = False, all_new: bool = False
) -> PlannedAnswers:
    """Plan to store answers. Raises RefusedError if the file was taken in before, if it may hold answers that were, or
    if there is nothing new in it."""
    questionnaire, path, digest = read.questionnaire, read.table.path, digest_of(raw)
    assert questionnaire is not None, "a file without problems has one"  # noqa: S101
    taken = taken_files(root)
    if digest in taken.files:
        raise RefusedError(rules.AGAIN.at(Source(path)))
    by_year: dict[str, list[Sheet]] = {}
    for sheet in read.sheets:
        by_year.setdefault(sheet.year, []).append(sheet)
    before = {year: load(root, year, questionnaire.kind, questionnaire.scaled_ids) for year in by_year}
    alike = sum(_alike(sheets, before[year]) for year, sheets in by_year.items())
    smaller = min(len(read.sheets), sum(len(one.rows) for one in before.values()))
    if alike >= _FEWEST_ALIKE and 2 * alike >= smaller and not only_new and not all_new:
        raise RefusedError(rules.ALIKE.at(Source(path), number=alike, all=len(read.sheets)))
    new = {year: _new(sheets, before[year]) if only_new else sheets for year, sheets in by_year.items()}
    if not any(new.values()):
        raise RefusedError(rules.NOTHING.at(Source(path)))
    after = tuple(_added(before[year], sheets, fewest) for year, sheets in sorted(new.items()) if sheets)
    _require_asked(after, read)
    added = {year: len(sheets) for year, sheets in sorted(new.items()) if sheets}
    left_out = len(read.sheets) - sum(added.values())
    changes = _changes(root, after, taken, digest)
    return PlannedAnswers(root, questionnaire, added, left_out, changes)


def _require_asked(after: Iterable[Stored], read: ReadAnswers) -> None:
    """Raise RefusedError if there are more answers from a part than were asked in it."""
    for stored in after:
        answered = Counter(row.part for row in stored.rows)
        for part, asked in read.asked.get(stored.year, {}).items():
            if asked is not None and answered[part] > asked:
                source = Source(read.table.path)
                raise RefusedError(measured_rules.TOO_MANY.at(source, number=answered[part], unit=part, asked=asked))


def _changes(root: Path, after: Iterable[Stored], taken: TakenFiles, digest: str) -> tuple[Replacement, ...]:
    return (*(change for stored in after for change in stored.replacements(root)), taken.replacement(root, digest))


def _key(part: str, answers: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    return part, answers


def _alike(sheets: Iterable[Sheet], stored: Stored) -> int:
    """Return how many sheets are just like stored answers."""
    return (_counted(sheets) & _stored(stored)).total()


def _new(sheets: Iterable[Sheet], stored: Stored) -> list[Sheet]:
    """Return the sheets beyond those that are just like stored answers. Nobody need know which of them were there
    before: those that are left answer the same."""
    left, words = _stored(stored), Counter((one.part, one.text) for one in stored.words)
    found = []
    for sheet in sorted(sheets, key=lambda one: not words[one.answered.part, one.words]):
        name = _key(sheet.answered.part, sheet.answered.answers)
        if left[name]:
            left[name] -= 1
        else:
            found.append(sheet)
    return found


def _counted(sheets: Iterable[Sheet]) -> Counter[tuple[str, tuple[int, ...]]]:
    return Counter(_key(sheet.answered.part, sheet.answered.answers) for sheet in sheets)


def _stored(stored: Stored) -> Counter[tuple[str, tuple[int, ...]]]:
    return Counter(_key(row.part, row.answers) for row in stored.rows)


def _added(stored: Stored, sheets: Iterable[Sheet], fewest: int) -> Stored:
    """Return the stored answers with new ones. Those about a course are told to its consultant when there are enough
    that have not been told, and never again with others."""
    listed = list(sheets)
    rows = [*stored.rows, *(StoredAnswer(part=one.answered.part, answers=one.answered.answers) for one in listed)]
    words = [*stored.words, *(OpenAnswer(part=one.answered.part, text=one.words) for one in listed if one.words)]
    if stored.kind is CountKind.COURSES:
        waiting = Counter(row.part for row in rows if not row.told)
        last = {part: max((row.told for row in rows if row.part == part), default=0) for part in waiting}
        told = {part: last[part] + 1 for part, number in waiting.items() if number >= fewest}
        rows = [_told(row, told) for row in rows]
        words = [_told(one, told) for one in words]
    return stored.with_rows(rows, words)


def _told(one: T, told: Mapping[str, int]) -> T:
    return one if one.told or one.part not in told else one.model_copy(update={"told": told[one.part]})
