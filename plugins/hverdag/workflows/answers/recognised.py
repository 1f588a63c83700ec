"""Which questionnaire a CSV file answers, and its table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...features.customers.questions import MEASUREMENT, SLIPS, WORKPLACE, YES
from ...features.evaluation.headings import COURSE, DATE, DEPARTMENT, YEAR
from ...model.uptake.counts import CountKind
from ...model.uptake.customers import IDS
from ...model.uptake.questionnaires import Questionnaire, of_kind
from ...parse.csv_headings import Column, folded
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
    the kind of questionnaire from the answer's words to its number. `asked` are the questions of each measurement, by
    its id, word for word: forms have them as headings."""

    questionnaires: tuple[Questionnaire, ...]
    columns: Mapping[str, tuple[str, ...]]
    scales: Mapping[CountKind, Mapping[str, int]]
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Recognised(NamedTuple):
    """The questionnaire that a file answers, and its table. `measurements` are the ids of those whose questions its
    headings are, word for word; none where it has other headings, as Question 1, which any measurement has."""

    questionnaire: Questionnaire | None
    table: Table
    measurements: tuple[str, ...] = ()


def recognised(raw: bytes, path: str, headings: Headings, measurement: str = "") -> Recognised:
    """Return what a file answers; `measurement` is the id of the one that somebody has said it is. Every question must
    have a column: with a heading that is mistyped, nobody's answer to it would be counted."""
    questionnaires = headings.questionnaires
    ids = [question.id for one in questionnaires for question in one.questions]
    own = [id for columns in OWN.values() for id in columns]
    # One question may be the first of one measurement and the second of another, so each is a column of its own here.
    texts = {_id_of(text): text for asked in headings.asked.values() for text in asked}
    asked = [Column(id, (text,), required=False) for id, text in texts.items()]
    first = read_table(raw, (*_columns((*own, *_TALLY), headings), *asked, *_columns(ids, headings)), path, is_personal)
    has = [one for one in questionnaires if set(one.scaled_ids) & set(first.headings)]
    fitting = _fitting(first, headings.asked, measurement)
    if fitting and (all(one.kind is CountKind.SERVED for one in has) or _is_whole(first, headings.asked[fitting[0]])):
        columns = (*_columns(OWN[CountKind.SERVED], headings), *_measured(first, headings, fitting[0]))
        served = of_kind(questionnaires, CountKind.SERVED)
        return Recognised(served, read_table(raw, columns, path, is_personal), fitting)
    if set(_TALLY) & set(first.headings) and not has:
        columns = _columns((*OWN[CountKind.SERVED], *_TALLY), headings, _TALLY)
        return Recognised(of_kind(questionnaires, CountKind.SERVED), read_table(raw, columns, path, is_personal))
    if len(has) != 1:
        return Recognised(None, first)
    one = has[0]
    required = (*_REQUIRED.get(one.kind, ()), *one.scaled_ids)
    columns = _columns((*OWN[one.kind], *(question.id for question in one.questions)), headings, required)
    return Recognised(one, read_table(raw, columns, path, is_personal))


def _id_of(question: str) -> str:
    return f"asked-{folded(question)}"


def _fitting(table: Table, asked: Mapping[str, tuple[str, ...]], measurement: str) -> tuple[str, ...]:
    """Return the measurements that have most of their questions among the headings: the one that somebody has said, if
    it is among them; else those whose questions stand in the same order."""
    places = {id: [table.positions.get(_id_of(text), 0) for text in texts] for id, texts in asked.items()}
    numbers = {id: sum(map(bool, at)) for id, at in places.items()}
    most = max(numbers.values(), default=0)
    found = tuple(id for id, number in numbers.items() if number == most > 0)
    if measurement in found:
        return (measurement,)
    return tuple(id for id in found if places[id] == sorted(places[id])) or found


def _is_whole(table: Table, questions: Sequence[str]) -> bool:
    return all(_id_of(text) in table.headings for text in questions)


def _measured(table: Table, headings: Headings, measurement: str) -> Iterator[Column]:
    """Yield the columns of a measurement's questions: each by its words, or by its number if those are not there."""
    for at, id in enumerate(IDS):
        words = headings.asked[measurement][at : at + 1]
        is_there = words and _is_whole(table, words)
        yield Column(id, words if is_there else (*words, *headings.columns[id]))


def is_tally(table: Table) -> bool:
    """Return True if each row is a workplace with the numbers of its slips."""
    return SLIPS in table.headings


def _columns(ids: Sequence[str], headings: Headings, required: Sequence[str] = ()) -> tuple[Column, ...]:
    return tuple(Column(id, headings.columns[id], id in required) for id in ids)
