"""What commands say of the questions, and how they recognise the columns of a file of answers."""

from collections.abc import Mapping

from ...features.customers.questions import SMALL_MEASUREMENT, asked_in
from ...features.customers.questions import column_labels as measured_labels
from ...features.evaluation.headings import column_labels, scale_words
from ...features.evaluation.questions import QUESTIONNAIRES as EVALUATIONS
from ...model.handbook import Handbook
from ...model.uptake.customers import customers_of
from ...model.uptake.questionnaires import Question, Questionnaire, of_kind
from .recognised import Headings

QUESTIONNAIRES = (*EVALUATIONS, SMALL_MEASUREMENT)

QUESTION_BY_ID: Mapping[str, Question] = {one.id: one for each in QUESTIONNAIRES for one in each.questions}


def questionnaire_of(kind: str) -> Questionnaire | None:
    """Return the questionnaire whose answers are counted as a kind; None if there is none."""
    return of_kind(QUESTIONNAIRES, kind)


def headings_in(language: str, handbook: Handbook) -> Headings:
    """Return what the columns of a file of answers may be called, first in a language, and the answers in it."""
    labels = {**column_labels(language), **measured_labels(language)}
    scales = {one.kind: scale_words(one.scale) for one in QUESTIONNAIRES}
    asked = {id: asked_in(handbook, one) for id, one in customers_of(handbook).by_id.items()}
    return Headings(QUESTIONNAIRES, labels, scales, asked)
