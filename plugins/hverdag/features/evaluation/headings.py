"""What the columns of a file of answers are called."""

from collections.abc import Iterator

from ...locale import Catalogue
from ...model.uptake.counts import CountKind
from .questions import Questionnaire


def template_headings(questionnaire: Questionnaire, words: Catalogue) -> list[str]:
    """Return the headings of the file that answers are typed into."""
    return list(_headings(questionnaire, words))


def _headings(questionnaire: Questionnaire, words: Catalogue) -> Iterator[str]:
    if questionnaire.kind is CountKind.COURSES:
        yield words.say("Course")
        yield words.say("Date")
    else:
        yield words.say("Year")
        yield words.say("Department")
    yield from (words.tell(question.text) for question in questionnaire.questions)
