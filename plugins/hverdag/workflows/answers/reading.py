"""A CSV file of answers to what each person answered, by year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...features.evaluation import command_rules as rules
from ...features.evaluation.headings import COURSE, DATE, DEPARTMENT, YEAR
from ...features.evaluation.questions import QUESTIONNAIRES, Questionnaire
from ...model.handbook import Handbook
from ...model.problem import Problem, Source
from ...model.suggest import suggestion
from ...model.uptake.counts import CountKind
from ...model.uptake.courses import Course, courses_of, planned
from ...model.uptake.freezing import Answered
from ...model.uptake.workplaces import key, workplaces_of
from ...parse.csv_cells import CellReader, month_first_problems
from ...parse.csv_headings import Column
from ...parse.csv_table import Row, Table, read_table
from ...parse.csv_values import parse_number
from ...privacy import covered, find
from ..tables.discretion import is_personal

_NUMBERED = re.compile(r"([1-5])\s*[-–=:.)]?\s*[^\W\d].*")
_NO_ANSWER = frozenset(map(key, ("ved ikke", "don't know", "do not know", "ikke relevant", "not relevant", "n/a")))


@dataclass(frozen=True)
class Headings:
    """What columns and answers may be called, in every language: by the id of a column, and by 1 to 5."""

    columns: Mapping[str, tuple[str, ...]]
    scale: Mapping[str, int]


@dataclass(frozen=True)
class Sheet:
    """One answered sheet: the year, the ticks, and what was written."""

    year: str
    answered: Answered
    words: str = ""


@dataclass(frozen=True)
class ReadAnswers:
    """What a file of answers holds. `empty` is the number of rows in which nothing was answered."""

    questionnaire: Questionnaire | None
    table: Table
    sheets: tuple[Sheet, ...] = ()
    empty: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a file is read with: the handbook, what columns and answers are called, the year of answers that do not say
    it, and today."""

    handbook: Handbook
    headings: Headings
    year: str
    today: date


def read_answers(raw: bytes, path: str, known: Known) -> ReadAnswers:
    """Return what is in the bytes of a file of answers. It never raises for what is in the file."""
    questionnaire, table = _recognised(raw, path, known.headings)
    problems = list(table.problems)
    if questionnaire is None:
        if not any(problem.is_error for problem in problems):
            ids = ", ".join(id for one in QUESTIONNAIRES for id in one.scaled_ids)
            problems.append(rules.KIND.at(Source(path), ids=ids))
        return ReadAnswers(None, table, problems=tuple(problems))
    problems += month_first_problems(table, (DATE,))
    reader = _Reader(questionnaire, table, known)
    found = [reader.sheet(row) for row in table.rows]
    sheets = tuple(one for one in found if one)
    return ReadAnswers(questionnaire, table, sheets, reader.empty, (*problems, *reader.problems))


def _recognised(raw: bytes, path: str, headings: Headings) -> tuple[Questionnaire | None, Table]:
    """Return the questionnaire that a file answers, and its table. Every question must have a column: with a heading
    that is mistyped, nobody's answer to it would be counted."""
    ids = [question.id for one in QUESTIONNAIRES for question in one.questions]
    first = read_table(raw, _columns((YEAR, DEPARTMENT, COURSE, DATE, *ids), headings, ()), path, is_personal)
    has = [one for one in QUESTIONNAIRES if set(one.scaled_ids) & set(first.headings)]
    if len(has) != 1:
        return None, first
    one = has[0]
    own = (COURSE, DATE) if one.kind is CountKind.COURSES else (YEAR, DEPARTMENT)
    required = one.scaled_ids if one.kind is CountKind.COURSES else (DEPARTMENT, *one.scaled_ids)
    columns = _columns((*own, *(question.id for question in one.questions)), headings, required)
    return one, read_table(raw, columns, path, is_personal)


def _columns(ids: Sequence[str], headings: Headings, required: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(id, headings.columns[id], id in required) for id in ids)


@dataclass
class _Reader:
    """Reads the rows of one file."""

    questionnaire: Questionnaire
    table: Table
    known: Known
    problems: list[Problem] = field(default_factory=list)
    empty: int = 0

    def sheet(self, row: Row) -> Sheet | None:
        """Return an answered sheet; None if nothing is answered in it, or something cannot be read."""
        cells = CellReader(self.table, row)
        answers = [self._answer(cells, row, id) for id in self.questionnaire.scaled_ids]
        words = self._words(row)
        is_empty = not any(answers) and not words
        if is_empty and not cells.problems:
            self.empty += 1
            return None
        found = (
            self._of_course(cells, row) if self.questionnaire.kind is CountKind.COURSES else self._of_year(cells, row)
        )
        self.problems += cells.problems
        if found is None or cells.problems:
            return None
        year, part = found
        return Sheet(year, Answered(part, tuple(answers)), words)

    def _words(self, row: Row) -> str:
        """Return what was written, with personal numbers, contact details and full names covered."""
        text = row[self.questionnaire.open.id] if self.questionnaire.open else ""
        language = self.known.handbook.settings.language
        return covered(text, find(text, people=True, language=language))

    def _answer(self, cells: CellReader, row: Row, id: str) -> int:
        answer = _on_scale(row[id], self.known.headings.scale)
        if answer is None:
            heading = self.table.headings.get(id, id)
            cells.problems.append(rules.VALUE.at(self.table.at(row, id), heading=heading))
        return answer or 0

    def _of_year(self, cells: CellReader, row: Row) -> tuple[str, str] | None:
        """Return the year and the department of an answer to the questionnaire."""
        year = row[YEAR] or self.known.year
        number = parse_number(year) or 0
        if not 2000 <= number <= self.known.today.year:
            cells.report(rules.YEAR, YEAR, given=year, example=str(self.known.today.year))
            return None
        given, listed = row[DEPARTMENT], workplaces_of(self.known.handbook)
        by_name = {key(text): one.id for one in reversed(listed.departments) for text in (one.id, one.name) if text}
        if given and key(given) not in by_name:
            near = suggestion(given, [one.name for one in listed.departments])
            problem = rules.DEPARTMENT.at(self.table.at(row, DEPARTMENT), given=given, **near)
            cells.problems.append(problem)
            return None
        return str(number), by_name[key(given)] if given else ""

    def _of_course(self, cells: CellReader, row: Row) -> tuple[str, str] | None:
        """Return the year and the id of the course of an evaluation."""
        day = cells.day(DATE)
        if cells.problems:
            return None
        found = list(self._courses(row[COURSE], day))
        if len(found) == 1 and found[0].date:
            return str(found[0].date.year), found[0].id
        example = next((one.id for one in planned(self.known.handbook)), "2026-04")
        given = " ".join(text for text in (row[COURSE], str(day or "")) if text) or "-"
        cells.report(rules.COURSE, COURSE, given=given, example=example)
        return None

    def _courses(self, name: str, day: date | None) -> Iterator[Course]:
        """Yield the courses that have been held and may be meant, by id, or by the offer, the day, or both."""
        held = [
            one
            for one in planned(self.known.handbook)
            if not one.cancelled and one.date and one.date <= self.known.today
        ]
        exact = [one for one in held if name and key(one.id) == key(name)]
        offers = courses_of(self.known.handbook).offer_by_id
        for one in exact or held:
            offer = offers[one.offer]
            is_offer = key(name) in {key(text) for text in (offer.id, offer.code, offer.name) if text}
            if (exact or is_offer or (day and not name)) and (day is None or one.date == day):
                yield one


def _on_scale(text: str, scale: Mapping[str, int]) -> int | None:
    """Return the answer that a cell holds: 1 to 5, 0 for none; None if it is no answer."""
    word = key(text)
    if not text.strip("-–— ") or word in _NO_ANSWER:
        return 0
    if word in scale:
        return scale[word]
    numbered = _NUMBERED.fullmatch(text)
    number = int(numbered[1]) if numbered else parse_number(text)
    return number if number is not None and 1 <= number <= 5 else None
