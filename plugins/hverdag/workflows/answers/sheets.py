"""Each consultant's own sheet, in private/consultants/: only the courses that she has led herself.

A course is told of when as many as the floor have answered, and its answers are told once: those that come later wait
until there are as many again. So no two editions of a sheet differ by one person.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...features.evaluation.questions import COURSE_EVALUATION
from ...model.editorial.consultant_sheet import ConsultantSheet, CourseResult
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.slug import is_file_name
from ...model.uptake.counts import CountKind
from ...model.uptake.courses import Course, CourseFile, courses_of
from ...model.uptake.floor import is_safe
from ...model.uptake.freezing import divided
from ...publish.private_files import FOLDER, private_folder
from ...publish.work import replacing
from .store import Stored, StoredAnswer, answered, load, years

CONSULTANTS = "consultants"
"""The folder in private/."""


def consultant_sheets(root: Path, handbook: Handbook, fewest: int) -> tuple[ConsultantSheet, ...]:
    """Return the sheet of each consultant with a course that somebody has answered about. A consultant whose id cannot
    be the name of a file has none: hverdag check says so."""
    kind, ids = CountKind.COURSES, COURSE_EVALUATION.scaled_ids
    stored = [load(root, year, kind, ids) for year in years(root, kind)]
    file = courses_of(handbook)
    found = (_sheet(id, file, stored, fewest) for id in file.consultant_by_id if is_file_name(id))
    return tuple(one for one in found if one.courses or one.waiting)


def write_sheets(root: Path, sheets: Mapping[str, str]) -> tuple[Path, ...]:
    """Write the finished sheets, by the consultants' ids, delete those of consultants who have none, and return the
    paths. Raises OSError."""
    paths = []
    for id, page in sheets.items():
        path = private_folder(root, CONSULTANTS) / f"{id}.html"
        with replacing(path, 0o600) as written:
            written.write_text(page, encoding="utf-8")
        paths.append(path)
    for old in (root / FOLDER / CONSULTANTS).glob("*.html"):
        if old not in paths:
            old.unlink()
    return tuple(paths)


def _sheet(id: str, file: CourseFile, stored: Sequence[Stored], fewest: int) -> ConsultantSheet:
    own = [one for one in file.course_by_id.values() if one.consultant == id]
    own.sort(key=lambda one: (str(one.date or ""), one.id), reverse=True)
    results = tuple(result for course in own for result in _results(course, file, stored, fewest))
    waiting = tuple(_name(course, file) for course in own if any(not row.told for row in _rows(course, stored)))
    return ConsultantSheet(id, file.consultant_by_id[id].role, results, waiting)


def _rows(course: Course, stored: Sequence[Stored]) -> list[StoredAnswer]:
    return [row for one in stored for row in one.rows if row.part == course.id]


def _results(course: Course, file: CourseFile, stored: Sequence[Stored], fewest: int) -> Iterator[CourseResult]:
    rows = _rows(course, stored)
    for batch in sorted({row.told for row in rows if row.told}):
        given = [answered(row) for row in rows if row.told == batch]
        cells = (divided(given, at) for at in range(len(COURSE_EVALUATION.scaled)))
        agree = tuple(
            (question.text, agreeing(one, fewest))
            for question, one in zip(COURSE_EVALUATION.scaled, cells, strict=True)
        )
        words = tuple(one.text for each in stored for one in each.words if one.part == course.id and one.told == batch)
        yield CourseResult(_name(course, file), course.date, len(given), agree, words)


def _name(course: Course, file: CourseFile) -> str:
    offer = file.offer_by_id.get(course.offer)
    return f"{offer.name if offer else course.offer} ({course.id})"


def agreeing(cells: Sequence[int], fewest: int) -> Message | int:
    """Return how many agree, in words where the number, or that of the others, would be about few people or nobody: a
    consultant knows who took part, so what all of them answered is what each did."""
    agree, others = cells
    if is_safe(cells, fewest):
        return agree
    if agree >= fewest:
        return message("all or nearly all")
    return message("none or a few") if others >= fewest else message("some")
