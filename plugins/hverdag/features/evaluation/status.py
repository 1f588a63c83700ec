"""The part of the year's status on answers: from frozen counts alone, never from what has come in since."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...model.message import Message, Words, message
from ...model.shown import Shown
from ...model.uptake.counts import CountFile, CountKind, frozen_counts, percentage, share
from ...model.uptake.questionnaires import Question
from ...model.uptake.status import Cell, Figure, StatusPart, StatusTable
from ...model.uptake.workplaces import Workplaces, workplaces_of
from .counts import TARGET
from .questions import COURSE_EVALUATION, QUESTIONNAIRE

_TITLE = message("What people answered")
_HIDDEN = message("not shown")
_KINDS = (CountKind.QUESTIONNAIRE, CountKind.COURSES, CountKind.PARTICIPANTS)


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part on answers, if anything has been counted: the newest year of each kind."""
    files = tuple(file for file in frozen_counts(shown.handbook) if file.frozen and file.frozen <= shown.today)
    if not any(file.rows for file in files):
        return
    workplaces = workplaces_of(shown.handbook)
    asked, courses, people = (_latest(files, kind) for kind in _KINDS)
    yield StatusPart(
        id="answers",
        order=40,
        title=_TITLE,
        paragraphs=tuple(_paragraphs(asked, courses, people, shown.settings.floor)),
        figures=tuple(
            figure
            for kind, name, file in zip(_KINDS, _NAMES, (asked, courses, people), strict=True)
            for figure in _figures(file, kind, name)
        ),
        tables=(
            *_questions(asked, files),
            *_departments(asked, workplaces),
            *_course_table(courses),
            *_participants(people, workplaces),
        ),
    )


def _latest(files: Sequence[CountFile], kind: CountKind) -> CountFile | None:
    """Return the first file of the newest year that holds a kind of count: what came later is a few answers only."""
    having = [file for file in files if file.cells(kind)]
    return next((file for file in having if file.period == having[-1].period), None)


def _paragraphs(
    asked: CountFile | None, courses: CountFile | None, people: CountFile | None, fewest: int
) -> Iterator[Words]:
    if asked:
        row = asked.row(CountKind.QUESTIONNAIRE)
        if row and row.of:
            yield message(
                "In {year}, {of} were given the questionnaire, and {number} answered: {percent}%.",
                year=asked.period,
                of=row.of,
                number=row.cells[0],
                percent=percentage(row.cells[0], row.of),
            )
        elif row:
            yield message(
                "In {year}, {number} answered the questionnaire. Nobody has written down how many were given it.",
                year=asked.period,
                number=row.cells[0],
            )
        yield message(
            "To agree is to have ticked one of the two boxes to the right. Everyone else is counted as not agreeing."
        )
    if courses:
        row = courses.row(CountKind.COURSES)
        yield from _of_courses(courses, row.cells[0], row.courses or 0, row.of) if row else ()
    if asked or people:
        yield message(
            "Where a number would be about fewer than {fewest}, or could be used to work one out, it is not shown.",
            fewest=fewest,
        )


def _of_courses(file: CountFile, answers: int, courses: int, of: int | None) -> Iterator[Words]:
    if of:
        yield message(
            "In {year}, {answers} of the {of} who took part in {courses} courses evaluated them.",
            year=file.period,
            answers=answers,
            of=of,
            courses=courses,
        )
    else:
        yield message(
            "In {year}, {answers} evaluations of {courses} courses were handed in.",
            year=file.period,
            answers=answers,
            courses=courses,
        )


_NAMES = (
    message("Answers to the questionnaire"),
    message("Answers about courses"),
    message("People who took part, counted each time"),
)


def _figures(file: CountFile | None, kind: CountKind, name: Message) -> Iterator[Figure]:
    row = file.row(kind) if file else None
    if file and file.frozen and row and row.cells:
        yield Figure(name, row.cells[0], row.of, _source(file.frozen), TARGET)


def _source(frozen: date) -> Message:
    return message("Answers and receipts, as they stood on {day}", day=frozen)


def _questions(file: CountFile | None, files: Sequence[CountFile]) -> Iterator[StatusTable]:
    """Yield the table of the questions, beside those of the last year that has them."""
    if file is None:
        return
    kind = CountKind.QUESTIONNAIRE
    before = _latest([one for one in files if one.period < file.period], kind)
    head: tuple[Words, ...] = (message("Question"), message("How many agree"))
    rows = []
    for number, question in enumerate(QUESTIONNAIRE.scaled, 1):
        cells = [_agree(file, kind, question), *([_agree(before, kind, question)] if before else [])]
        rows.append((_numbered(number, question), *cells))
    caption = message("Has it made a difference? {year}", year=file.period)
    yield StatusTable(caption, (*head, *((before.period,) if before else ())), tuple(rows))


def _departments(file: CountFile | None, workplaces: Workplaces) -> Iterator[StatusTable]:
    """Yield the table of how many agree in each department that is told of. Every question is about the same people, so
    their number stands once."""
    kind = CountKind.QUESTIONNAIRE
    told = file.parts(kind) if file else {}
    if file is None or not told:
        return
    numbers = [str(number) for number in range(1, len(QUESTIONNAIRE.scaled) + 1)]
    rows = []
    for department in workplaces.departments:
        if department.id in told:
            cells = (file.cells(kind, one.id, department.id) for one in QUESTIONNAIRE.scaled)
            row: tuple[Cell, ...] = (
                department.name,
                told[department.id][0],
                *(one[0] if one else _HIDDEN for one in cells),
            )
            rows.append(row)
    caption = message("How many agree in each department; the numbers are those of the questions above")
    yield StatusTable(caption, (message("Department"), message("Answered"), *numbers), tuple(rows))


def _course_table(file: CountFile | None) -> Iterator[StatusTable]:
    kind = CountKind.COURSES
    if file and file.cells(kind):
        questions = enumerate(COURSE_EVALUATION.scaled, 1)
        rows = tuple((_numbered(number, one), _agree(file, kind, one)) for number, one in questions)
        caption = message("What those who took part in a course say, all courses together, {year}", year=file.period)
        yield StatusTable(caption, (message("Question"), message("How many agree")), rows)


def _participants(file: CountFile | None, workplaces: Workplaces) -> Iterator[StatusTable]:
    told = file.parts(CountKind.PARTICIPANTS) if file else {}
    rows = tuple((one.name, told[one.id][0]) for one in workplaces.departments if one.id in told)
    if file and rows:
        caption = message("How many took part in each department, {year}", year=file.period)
        yield StatusTable(caption, (message("Department"), message("People who took part")), rows)


def _numbered(number: int, question: Question) -> Message:
    return message("{number}. {question}", number=number, question=question.text)


def _agree(file: CountFile | None, kind: CountKind, question: Question) -> Cell:
    cells = file.cells(kind, question.id) if file else None
    return share(cells) if cells else _HIDDEN
