"""What the columns of a file of answers are called, and the answers in it."""

from collections.abc import Iterator, Mapping

from ...locale import LANGUAGES, Catalogue, catalogue
from ...model.message import Message, message
from ...model.uptake.counts import CountKind
from ...model.uptake.workplaces import key
from .questions import QUESTION_BY_ID, SCALE, Questionnaire

YEAR, DEPARTMENT, COURSE, DATE = "year", "department", "course", "date"

_COLUMNS: Mapping[str, Message] = {
    YEAR: message("Year"),
    DEPARTMENT: message("Department"),
    COURSE: message("Course"),
    DATE: message("Date"),
}
_ALSO = {
    "meget uenig": 1,
    "delvist uenig": 2,
    "overvejende uenig": 2,
    "hverken eller": 3,
    "delvist enig": 4,
    "overvejende enig": 4,
    "meget enig": 5,
    "somewhat disagree": 2,
    "neutral": 3,
    "neither": 3,
    "somewhat agree": 4,
}
"""What forms call the five answers besides."""


def template_headings(questionnaire: Questionnaire, words: Catalogue) -> list[str]:
    """Return the headings of the file that answers are typed into."""
    own = (COURSE, DATE) if questionnaire.kind is CountKind.COURSES else (YEAR, DEPARTMENT)
    return [
        words.tell(text) for text in (*(_COLUMNS[id] for id in own), *(one.text for one in questionnaire.questions))
    ]


def column_labels(language: str) -> dict[str, tuple[str, ...]]:
    """Return what the columns may be called in any language, by their ids: first what they are called in this one."""
    every = {**_COLUMNS, **{id: question.text for id, question in QUESTION_BY_ID.items()}}
    return {id: tuple(dict.fromkeys((*_said(text, language), id))) for id, text in every.items()}


def scale_words() -> dict[str, int]:
    """Return 1 to 5 for everything that an answer may be called in any language, as `key` writes it."""
    said = {key(text): number for number, step in enumerate(SCALE, 1) for text in _said(step, "")}
    return {**{key(text): number for text, number in _ALSO.items()}, **said}


def _said(text: Message, language: str) -> Iterator[str]:
    for one in (*((language,) if language else ()), *LANGUAGES):
        yield catalogue(one).tell(text)
