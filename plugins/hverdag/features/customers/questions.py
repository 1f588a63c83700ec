"""The small measurement as a questionnaire, and what the columns of a file of its answers are called.

What is asked differs from one measurement to the next, so the words of the questions are in values/customers.yml.
"""

from collections.abc import Mapping

from ...locale import Catalogue, in_every_language
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.uptake.counts import CountKind
from ...model.uptake.customers import IDS, Measurement, customers_of, questions_of
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
    """Return the questions of a measurement, word for word."""
    value = next((one for one in handbook.values if one.id == measurement.value), None)
    return questions_of(measurement, value)


def column_labels(language: str, handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """Return what the columns may be called in any language, by their ids: first what they are called in this one. A
    question is called what it is in any measurement: forms have its words as headings."""
    questions = {one.id: one.text for one in SMALL_MEASUREMENT.questions}
    found = {id: [*in_every_language(text, language), id] for id, text in {**_COLUMNS, **questions}.items()}
    for measurement in customers_of(handbook).measurements:
        for id, text in zip(IDS, asked_in(handbook, measurement), strict=False):
            found[id].append(text)
    return {id: tuple(texts) for id, texts in found.items()}


def template_headings(questions: tuple[str, ...], words: Catalogue) -> list[str]:
    """Return the headings of the file that slips are typed into, one row for each slip."""
    return [words.tell(_COLUMNS[WORKPLACE]), *questions]


def tally_headings(words: Catalogue) -> list[str]:
    """Return the headings of the file that tally sheets are typed into, one row for each workplace."""
    return [words.tell(text) for text in _COLUMNS.values()]
