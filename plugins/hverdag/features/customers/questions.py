"""The small measurement as a questionnaire, and what the columns of a file of its answers are called.

What is asked differs from one measurement to the next, so the words of the questions are in values/customers.yml.
"""

from collections.abc import Mapping

from ...locale import Catalogue, in_every_language
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.uptake.counts import CountKind
from ...model.uptake.customers import IDS, QUESTIONS, Measurement, counts_of, questions_of
from ...model.uptake.questionnaires import YES_OR_NO, Question, Questionnaire

SMALL_MEASUREMENT = Questionnaire(
    CountKind.SERVED,
    message("The small measurement"),
    message("Three questions. Tick one box for each."),
    {},
    tuple(Question(id, message("Question {number}", number=number)) for number, id in enumerate(IDS, 1)),
    YES_OR_NO,
)

MEASUREMENT, WORKPLACE, SLIPS = "measurement", "workplace", "slips"
YES = ("yes-1", "yes-2", "yes-3")
"""The columns of a tally: how many of the slips say yes to each question."""

_COLUMNS: Mapping[str, Message] = {
    MEASUREMENT: message("Measurement"),
    WORKPLACE: message("Workplace"),
    SLIPS: message("Slips"),
    **{id: message("Yes to {number}", number=number) for number, id in enumerate(YES, 1)},
}


def asked_in(handbook: Handbook, measurement: Measurement) -> tuple[str, ...]:
    """Return the questions of a measurement, word for word; if it has been counted, as they were then."""
    counted = counts_of(handbook, measurement.id)
    if counted and counted.questions:
        return counted.questions[:QUESTIONS]
    return questions_of(measurement, next((one for one in handbook.values if one.id == measurement.value), None))


def column_labels(language: str) -> dict[str, tuple[str, ...]]:
    """Return what the columns may be called in any language, by their ids: first what they are called in this one."""
    questions = {one.id: one.text for one in SMALL_MEASUREMENT.questions}
    return {id: (*in_every_language(text, language), id) for id, text in {**_COLUMNS, **questions}.items()}


def template_headings(questions: tuple[str, ...], words: Catalogue) -> list[str]:
    """Return the headings of the file that slips are typed into, one row for each slip."""
    return [words.tell(_COLUMNS[WORKPLACE]), *questions]


def tally_headings(words: Catalogue) -> list[str]:
    """Return the headings of the file that tally sheets are typed into, one row for each workplace."""
    return [words.tell(text) for text in _COLUMNS.values()]
