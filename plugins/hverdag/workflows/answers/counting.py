"""Plans and writes the counts of a year, once: a file in values/counts/, and the file for whoever evaluates from
outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...features.evaluation import command_rules as rules
from ...features.evaluation.model import EvaluationSection
from ...features.evaluation.questions import COURSE_EVALUATION, QUESTIONNAIRE
from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.uptake.counts import FOLDER, CountFile, CountKind, CountRow, frozen_counts, next_name, period_of
from ...model.uptake.courses import courses_of
from ...model.uptake.freezing import (
    Answered,
    Frozen,
    freeze_courses,
    freeze_participants,
    freeze_questionnaire,
    without_revealing,
)
from ...model.yaml_text import quoted
from ...pipeline.read import ReadPublication
from ...publish.private_files import private_folder
from ..source_files import Replacement, replace_files
from ..story_file import RefusedError
from .export import Export, export_of
from .participants import participants
from .store import ANSWERS, Stored, StoredAnswer, answered, load
from .written import WRITTEN, remembered, written_before


@dataclass(frozen=True)
class PlannedCounts:
    """Counts that are not written yet: what was counted of each kind, and the files before and after. `export` is the
    file for whoever evaluates from outside, None if the questionnaire is not counted. `is_again` is True if the file
    was written before: then the same numbers come back."""

    root: Path
    path: str
    frozen: Mapping[CountKind, Frozen]
    export: Export | None
    is_again: bool
    changes: tuple[Replacement, ...] = field(repr=False)

    def write(self) -> None:
        """Write all of it, or nothing. Raises OSError and ChangedMeanwhileError."""
        for name in (ANSWERS, WRITTEN):
            private_folder(self.root, name)
        (self.root / FOLDER).mkdir(parents=True, exist_ok=True)
        replace_files(self.changes)


def plan_counts(publication: ReadPublication, name: str, today: date, header: str) -> PlannedCounts:
    """Plan to count a year, or what has come in since. `header` is written first in the file. Raises RefusedError if it
    has been counted, if it has not begun, or if nothing may be counted."""
    root, handbook, path = publication.root, publication.handbook, f"{FOLDER}{name}.yml"
    _require_next(publication, name, today)
    stored = _stored(root, period_of(name))
    written = written_before(root, name)
    mine = {one.kind: [answered(row) for row in belonging(one, name, is_again=bool(written))] for one in stored}
    if written:
        frozen, content = written.frozen, written.content
    else:
        earlier = [file for file in frozen_counts(handbook) if file.period == period_of(name)]
        frozen = _frozen(handbook, mine, earlier, path, today)
        content = counts_file(counted_of(frozen), today, header)
    counted = counted_of(frozen)
    if not counted:
        raise RefusedError(rules.FEW.at(Source(path), given=name))
    # The file itself comes last: if a run is ended before it, the next one counts the same answers, and none twice.
    changes = [Replacement(root / path, b"", content)]
    if not written:
        marks = [one for each in stored if each.kind in counted for one in marked(each, name).replacements(root)]
        changes = [*marks, remembered(root, name, content), *changes]
    rows = counted[CountKind.QUESTIONNAIRE].rows if CountKind.QUESTIONNAIRE in counted else []
    export = export_of(name, mine[CountKind.QUESTIONNAIRE], rows, handbook)
    return PlannedCounts(root, path, frozen, export, written is not None, tuple(changes))


def counted_of(frozen: Mapping[CountKind, Frozen]) -> dict[CountKind, Frozen]:
    """Return the kinds of which something is counted."""
    return {kind: one for kind, one in frozen.items() if one.counted}


def _require_next(publication: ReadPublication, name: str, today: date) -> None:
    """Raise RefusedError unless this is the next file of a year that has begun, and all it is made of is sound."""
    period = period_of(name)
    if not period or not 2000 <= int(period) <= today.year:
        raise RefusedError(rules.YEAR.at(Source(FOLDER), given=name, example=str(today.year)))
    paths = frozenset(file.name for file in publication.handbook.data_of(CountFile))
    following = next_name(paths, period)
    if name != following:
        raise RefusedError(rules.NAME.at(Source(FOLDER), given=name, next=following))
    require_sound(publication, "values/courses.yml", "values/receipts/")


def require_sound(publication: ReadPublication, *paths: str) -> None:
    """Raise RefusedError if there is an error in the settings, the workplaces, what was counted before, or other files
    that the counts are made of."""
    made_of = (FOLDER, "values/workplaces.yml", "values/handbook.yml", *paths)
    faulty = [one.source.path for one in publication.errors if one.source.path.startswith(made_of)]
    if faulty:
        raise RefusedError(rules.UNSOUND.at(Source(faulty[0]), given=faulty[0]))


def _stored(root: Path, year: str) -> tuple[Stored, Stored]:
    return (
        load(root, year, CountKind.QUESTIONNAIRE, QUESTIONNAIRE.scaled_ids),
        load(root, year, CountKind.COURSES, COURSE_EVALUATION.scaled_ids),
    )


def _frozen(
    handbook: Handbook,
    mine: Mapping[CountKind, Sequence[Answered]],
    earlier: Sequence[CountFile],
    path: str,
    today: date,
) -> dict[CountKind, Frozen]:
    fewest, period = handbook.settings.floor, CountFile(path=path).period
    file, is_first = courses_of(handbook), not earlier
    asked = handbook.settings.of(EvaluationSection).evaluation.asked(period) if is_first else None
    consultants = {one.id: one.consultant for one in file.course_by_id.values()}
    people = {one.id: one.people for one in file.course_by_id.values()}
    since = max((one.frozen for one in earlier if one.frozen), default=None)
    heads, workplaces = participants(handbook, int(period), since, today)
    found = {
        CountKind.QUESTIONNAIRE: freeze_questionnaire(
            mine[CountKind.QUESTIONNAIRE], QUESTIONNAIRE.scaled_ids, asked, fewest, by_part=is_first
        ),
        CountKind.COURSES: freeze_courses(
            mine[CountKind.COURSES], COURSE_EVALUATION.scaled_ids, consultants, people, fewest
        ),
        CountKind.PARTICIPANTS: freeze_participants(heads, workplaces, fewest, by_part=is_first),
    }
    return {kind: without_revealing(one, path, earlier, fewest) for kind, one in found.items()}


def belonging(stored: Stored, name: str, *, is_again: bool) -> list[StoredAnswer]:
    """Return the answers that belong in a file of counts: those that were counted in it if it was written before, and
    else those that were counted nowhere. With others, the difference could be told."""
    before = [row for row in stored.rows if row.counted == name]
    return before if before or is_again else [row for row in stored.rows if not row.counted]


def marked(stored: Stored, name: str) -> Stored:
    """Return answers with the file of counts that holds them."""
    again = any(row.counted == name for row in stored.rows)
    rows = (row if row.counted or again else row.model_copy(update={"counted": name}) for row in stored.rows)
    return stored.with_rows(rows, stored.words)


def counts_file(frozen: Mapping[CountKind, Frozen], today: date, header: str, questions: Sequence[str] = ()) -> bytes:
    """Return the content of a file of counts; `questions` are what was asked, where that is not always the same."""
    asked = ["questions:", *(f"  - {quoted(text)}" for text in questions)] if questions else []
    rows = [_line(row) for one in frozen.values() for row in one.rows]
    return "\n".join((f"# {header}", f"frozen: {today}", *asked, "rows:", *rows, "")).encode()


def _line(row: CountRow) -> str:
    given = {"question": row.question, "part": row.part, "of": row.of, "courses": row.courses}
    fields = [f"count: {row.count}", *(f"{name}: {held}" for name, held in given.items() if held)]
    cells = ", ".join(map(str, row.cells))
    numbers = f"cells: [{cells}]" if row.most is None else f"most: {str(row.most).lower()}"
    return f"  - {{{', '.join((*fields, numbers))}}}"
