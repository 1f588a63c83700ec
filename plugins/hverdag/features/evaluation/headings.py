"""What the columns of a file of answers are called, and the answers in it."""

from collections.abc import Mapping

from ...locale import Catalogue, in_every_language
from ...model.message import Message, message
from ...model.uptake.counts import CountKind
from ...model.uptake.questionnaires import Questionnaire, Scale
from ...model.uptake.workplaces import key
from .questions import QUESTIONNAIRES

YEAR, DEPARTMENT, COURSE, DATE = "year", "department", "course", "date"

_COLUMNS: Mapping[str, Message] = {
    YEAR: message("Year"),
    DEPARTMENT: message("Department"),
    COURSE: message("Course"),
    DATE: message("Date"),
}


def template_headings(questionnaire: Questionnaire, words: Catalogue) -> list[str]:
    """Return the headings of the file that answers are typed into."""
    own = (COURSE, DATE) if questionnaire.kind is CountKind.COURSES else (YEAR, DEPARTMENT)
    return [
        words.tell(text) for text in (*(_COLUMNS[id] for id in own), *(one.text for one in questionnaire.questions))
    ]


def column_labels(language: str) -> dict[str, tuple[str, ...]]:
    """Return what the columns may be called in any language, by their ids: first what they are called in this one."""
    questions = {one.id: one.text for each in QUESTIONNAIRES for one in each.questions}
    return {id: (*in_every_language(text, language), id) for id, text in {**_COLUMNS, **questions}.items()}


def scale_words(scale: Scale) -> dict[str, int]:
    """Return the number of everything that an answer may be called in any language, as `key` writes it."""
    said = {key(text): number for step, number in scale.steps for text in in_every_language(step)}
    return {**{key(text): number for text, number in scale.also.items()}, **said}
