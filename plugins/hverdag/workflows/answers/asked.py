"""What commands say of the questions, and how they recognise the columns of a file of answers."""

from ...features.evaluation.headings import column_labels, scale_words
from ...features.evaluation.questions import QUESTION_BY_ID, questionnaire_of
from .reading import Headings

__all__ = ["QUESTION_BY_ID", "headings_in", "questionnaire_of"]


def headings_in(language: str) -> Headings:
    """Return what the columns of a file of answers may be called, first in a language, and the answers in it."""
    return Headings(column_labels(language), scale_words())
