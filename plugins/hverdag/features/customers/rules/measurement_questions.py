"""A measurement without three questions.

The questions are three of the value's signs, or three sentences of your own. Three are what people will answer, and
two tell too little.

Good:

    measurements:
      - id: trust-spring
        questions: [They ring as agreed, They ask me, They know me]

Bad:

    measurements:
      - id: trust-spring
        questions: [They ring as agreed, They ask me]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.slug import squeezed
from ....model.uptake.customers import QUESTIONS, Customers, Measurement, customers_of, questions_of

RULE = Rule(
    "measurement-questions",
    Level.ERROR,
    "{what}",
    "{remedy}",
    __doc__,
)
_ALIKE = message("Two of the questions are the same, so nobody can tell the answers apart.")
_WRITE = message("Write three sentences under questions.")
_CHOOSE = message("Write the numbers of three signs, as signs: [1, 2, 3], or three sentences under questions.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each measurement that has not three questions. An unknown value is told elsewhere."""
    file = customers_of(handbook)
    values = {one.id: one for one in handbook.values}
    for number, one in enumerate(file.measurements):
        if one.questions and len(one.questions) != QUESTIONS:
            what = message("Questions: {number}. There must be three.", number=len(one.questions))
            yield RULE.at(file.at("measurements", number, "questions"), what=what, remedy=_WRITE)
        elif one.questions and len({*map(squeezed, one.questions)}) != QUESTIONS:
            yield RULE.at(file.at("measurements", number, "questions"), what=_ALIKE, remedy=_WRITE)
        elif not one.questions and one.value in values:
            signs = values[one.value].signs
            is_whole = len(questions_of(one, values[one.value])) == QUESTIONS
            if not is_whole or (one.signs and len(set(one.signs)) != QUESTIONS):
                yield _of_signs(file, number, one, len(signs))


def _of_signs(file: Customers, number: int, one: Measurement, signs: int) -> Problem:
    if one.signs:
        what = message("These are not three different signs of the value; it has {number}.", number=signs)
        return RULE.at(file.at("measurements", number, "signs"), what=what, remedy=_CHOOSE)
    what = message("Signs of the value: {number}. There must be three questions.", number=signs)
    return RULE.at(file.at("measurements", number, "value"), what=what, remedy=_WRITE)
