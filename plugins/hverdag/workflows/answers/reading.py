"""A CSV file of answers to what each person answered, by year or measurement."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...features.customers import command_rules as measured_rules
from ...features.customers.questions import SLIPS, YES
from ...features.evaluation import command_rules as rules
from ...features.evaluation.headings import DATE
from ...model.message import listed, message
from ...model.problem import Problem, Source
from ...model.uptake.counts import CountKind
from ...model.uptake.customers import customers_of
from ...model.uptake.freezing import Answered
from ...model.uptake.questionnaires import YES as SAID_YES
from ...model.uptake.questionnaires import Questionnaire
from ...model.uptake.workplaces import key
from ...parse.csv_cells import CellReader, month_first_problems
from ...parse.csv_table import Row, Table
from ...parse.csv_values import parse_number
from ...privacy import covered, find
from .placing import Known, Placing
from .recognised import is_tally, recognised

_NUMBERED = re.compile(r"([1-5])\s*[-–=:.)]?\s*[^\W\d].*")
_NO_ANSWER = frozenset(map(key, ("ved ikke", "don't know", "do not know", "ikke relevant", "not relevant", "n/a")))
MOST_SLIPS = 10_000
"""The most slips that the tallies in one file count: a number in the wrong column would fill the memory."""
_FROM_ONE_TO_FIVE = message("a number from 1 to 5, or the words above the box")


@dataclass(frozen=True)
class Sheet:
    """One answered sheet: the year or the measurement, the ticks, and what was written."""

    year: str
    answered: Answered
    words: str = ""


@dataclass(frozen=True)
class ReadAnswers:
    """What a file of answers holds. `empty` is the number of rows in which nothing stands, or no slip is counted;
    `asked` is how many were asked in each part of a measurement, by its id."""

    questionnaire: Questionnaire | None
    table: Table
    sheets: tuple[Sheet, ...] = ()
    empty: int = 0
    problems: tuple[Problem, ...] = ()
    asked: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)


def read_answers(raw: bytes, path: str, known: Known) -> ReadAnswers:
    """Return what is in the bytes of a file of answers. It never raises for what is in the file."""
    questionnaire, table, measurements = recognised(raw, path, known.headings, known.measurement)
    problems = list(table.problems)
    if questionnaire is None:
        if not any(problem.is_error for problem in problems):
            ids = ", ".join(id for one in known.headings.questionnaires for id in one.scaled_ids)
            problems.append(rules.KIND.at(Source(path), ids=ids))
        return ReadAnswers(None, table, problems=tuple(problems))
    problems += month_first_problems(table, (DATE,))
    reader = _Reader(questionnaire, table, Placing(questionnaire.kind, table, known, measurements))
    sheets = tuple(sheet for row in table.rows for sheet in reader.sheets(row))
    is_measured = questionnaire.kind is CountKind.SERVED
    asked = {id: one.asked for id, one in customers_of(known.handbook).by_id.items()} if is_measured else {}
    return ReadAnswers(questionnaire, table, sheets, reader.empty, (*problems, *reader.problems), asked)


@dataclass
class _Reader:
    """Reads the rows of one file."""

    questionnaire: Questionnaire
    table: Table
    placing: Placing
    problems: list[Problem] = field(default_factory=list)
    empty: int = 0
    slips: int = 0

    @property
    def known(self) -> Known:
        """What the file is read with."""
        return self.placing.known

    def sheets(self, row: Row) -> Iterator[Sheet]:
        """Yield the answered sheets of a row: those that a tally counts, or else one; none if nothing is answered in
        it, or something cannot be read. Whoever does not know, or leaves out all but one question, has answered too."""
        cells = CellReader(self.table, row)
        found = self._found(cells, row)
        if not found and not cells.problems:
            self.empty += 1
            return
        place = self.placing.of(cells, row)
        self.problems += cells.problems
        if place and not cells.problems:
            yield from (Sheet(place[0], Answered(place[1], answers), self._words(row)) for answers in found)

    def _found(self, cells: CellReader, row: Row) -> list[tuple[int, ...]]:
        """Return the answers in a row; none if nothing stands in it."""
        is_counted = is_tally(self.table)
        ids = (SLIPS, *YES) if is_counted else [one.id for one in self.questionnaire.questions]
        if not any(_is_filled(row[id]) for id in ids):
            return []
        return self._tallied(cells) if is_counted else self._answers(cells, row)

    def _words(self, row: Row) -> str:
        """Return what was written, with personal numbers, contact details and full names covered."""
        text = row[self.questionnaire.open.id] if self.questionnaire.open else ""
        language = self.known.handbook.settings.language
        return covered(text, find(text, people=True, language=language))

    def _answers(self, cells: CellReader, row: Row) -> list[tuple[int, ...]]:
        return [tuple(self._answer(cells, row, id) for id in self.questionnaire.scaled_ids)]

    def _answer(self, cells: CellReader, row: Row, id: str) -> int:
        questionnaire = self.questionnaire
        words = self.known.headings.scales[questionnaire.kind]
        answer = _on_scale(row[id], words, is_numbered=questionnaire.scale.numbered)
        if answer is None:
            steps = listed([step for step, _ in questionnaire.scale.steps])
            choices = _FROM_ONE_TO_FIVE if questionnaire.scale.numbered else steps
            heading = self.table.headings.get(id, id)
            cells.problems.append(rules.VALUE.at(self.table.at(row, id), heading=heading, choices=choices))
        return answer or 0

    def _tallied(self, cells: CellReader) -> list[tuple[int, ...]]:
        """Return as many answers as there are slips. Who said yes to which questions together, the tally does not tell,
        and nothing that is counted depends on it."""
        slips = cells.number(SLIPS, required=True) or 0
        if self.slips + slips > MOST_SLIPS:
            cells.report(measured_rules.SLIPS, SLIPS, number=slips, most=MOST_SLIPS)
            return []
        self.slips += slips
        agreeing = [cells.number(id, required=True) or 0 for id in YES]
        for id, number in zip(YES, agreeing, strict=True):
            if not 0 <= number <= slips and not cells.problems:
                cells.report(measured_rules.TALLY, id, number=number, slips=slips)
        return [] if cells.problems else [tuple(SAID_YES * (at < number) for number in agreeing) for at in range(slips)]


def _is_filled(text: str) -> bool:
    return bool(text.strip("-–— "))


def _on_scale(text: str, scale: Mapping[str, int], *, is_numbered: bool) -> int | None:
    """Return the answer that a cell holds: 1 to 5, 0 for none; None if it is no answer."""
    word = key(text)
    if not _is_filled(text) or word in _NO_ANSWER:
        return 0
    if word in scale:
        return scale[word]
    numbered = _NUMBERED.fullmatch(text)
    number = int(numbered[1]) if numbered else parse_number(text)
    return number if is_numbered and number is not None and 1 <= number <= 5 else None
