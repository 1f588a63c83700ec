"""Which questionnaire a CSV file answers, and its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...features.customers.questions import MEASUREMENT, SLIPS, WORKPLACE, YES
from ...features.evaluation.headings import COURSE, DATE, DEPARTMENT, YEAR
from ...model.uptake.counts import CountKind
from ...model.uptake.questionnaires import Questionnaire, of_kind
from ...parse.csv_headings import Column
from ...parse.csv_table import Table, read_table
from ..tables.discretion import is_personal

OWN = {
    CountKind.COURSES: (COURSE, DATE),
    CountKind.QUESTIONNAIRE: (YEAR, DEPARTMENT),
    CountKind.SERVED: (MEASUREMENT, WORKPLACE),
}
"""The columns that say what an answer is about."""
_REQUIRED: Mapping[CountKind, tuple[str, ...]] = {CountKind.QUESTIONNAIRE: (DEPARTMENT,)}
_TALLY = (SLIPS, *YES)


@dataclass(frozen=True)
class Headings:
    """The questionnaires, and what columns and answers may be called, in every language: by the id of a column, and by
    the kind of questionnaire from the answer's words to its number."""

    questionnaires: tuple[Questionnaire, ...]
    columns: Mapping[str, tuple[str, ...]]
    scales: Mapping[CountKind, Mapping[str, int]]


def recognised(raw: bytes, path: str, headings: Headings) -> tuple[Questionnaire | None, Table]:
    """Return the questionnaire that a file answers, and its table. Every question must have a column: with a heading
    that is mistyped, nobody's answer to it would be counted."""
    questionnaires = headings.questionnaires
    ids = [question.id for one in questionnaires for question in one.questions]
    own = [id for columns in OWN.values() for id in columns]
    first = read_table(raw, _columns((*own, *_TALLY, *ids), headings, ()), path, is_personal)
    has = [one for one in questionnaires if set(one.scaled_ids) & set(first.headings)]
    if set(_TALLY) & set(first.headings) and not has:
        columns = _columns((*OWN[CountKind.SERVED], *_TALLY), headings, _TALLY)
        return of_kind(questionnaires, CountKind.SERVED), read_table(raw, columns, path, is_personal)
    if len(has) != 1:
        return None, first
    one = has[0]
    required = (*_REQUIRED.get(one.kind, ()), *one.scaled_ids)
    columns = _columns((*OWN[one.kind], *(question.id for question in one.questions)), headings, required)
    return one, read_table(raw, columns, path, is_personal)


def is_tally(table: Table) -> bool:
    """Return True if each row is a workplace with the numbers of its slips."""
    return SLIPS in table.headings


def _columns(ids: Sequence[str], headings: Headings, required: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(id, headings.columns[id], id in required) for id in ids)
