"""The two questionnaires: the evaluation of a course, and the one on whether it meant anything.

Ids never change: a year later, the same questions are asked again. What readers see is in the catalogues.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.message import Message, message
from ...model.settings import Language
from ...model.uptake.counts import CountKind


@dataclass(frozen=True)
class Question:
    """A question: its id, and its words. An open one is answered in words, which are never published."""

    id: str
    text: Message
    is_open: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire: what its answers are counted as, its title, and its questions."""

    kind: CountKind
    title: Message
    lead: Message
    names: Mapping[Language, str]
    questions: tuple[Question, ...]

    @property
    def scaled(self) -> tuple[Question, ...]:
        """The questions that are answered on the scale, in order."""
        return tuple(one for one in self.questions if not one.is_open)

    @property
    def scaled_ids(self) -> tuple[str, ...]:
        """The ids of the questions that are answered on the scale."""
        return tuple(one.id for one in self.scaled)

    @property
    def open(self) -> Question | None:
        """The question that is answered in words, if there is one."""
        return next((one for one in self.questions if one.is_open), None)


SCALE = (
    message("Strongly disagree"),
    message("Disagree"),
    message("Neither agree nor disagree"),
    message("Agree"),
    message("Strongly agree"),
)
"""The answers, from 1 to 5."""

COURSE_EVALUATION = Questionnaire(
    CountKind.COURSES,
    message("How was the course?"),
    message("Five questions, two minutes. Tick one box in each line. If you are in doubt, leave the line empty."),
    {Language.DANISH: "kursusevaluering", Language.ENGLISH: "course-evaluation"},
    (
        Question("course-known", message("It was about something that we know from our work.")),
        Question("course-heard", message("Everyone who wanted to was heard.")),
        Question("course-worth", message("It was worth the time.")),
        Question("course-recommend", message("I would recommend the course to another workplace.")),
        Question("course-differently", message("What will you do differently?"), is_open=True),
    ),
)

QUESTIONNAIRE = Questionnaire(
    CountKind.QUESTIONNAIRE,
    message("Did it mean anything?"),
    message("Seven questions, three minutes. Tick one box in each line. If you are in doubt, leave the line empty."),
    {Language.DANISH: "spoergeskema", Language.ENGLISH: "questionnaire"},
    (
        Question("know", message("I know what our values are.")),
        Question("talked", message("At my workplace, we have talked about one of the stories in the past year.")),
        Question("recognise", message("I recognise the stories from my own work.")),
        Question("differently", message("I have done something differently because of a value or a story.")),
        Question("dare", message("At my workplace, we dare to say it when something goes wrong.")),
        Question("leader", message("My own leader uses the values from day to day.")),
        Question("go-on", message("It is worth going on with.")),
    ),
)

QUESTIONNAIRES = (COURSE_EVALUATION, QUESTIONNAIRE)

QUESTION_BY_ID: Mapping[str, Question] = {one.id: one for both in QUESTIONNAIRES for one in both.questions}


def questionnaire_of(kind: str) -> Questionnaire | None:
    """Return the questionnaire whose answers are counted as a kind; None if there is none."""
    return next((one for one in QUESTIONNAIRES if one.kind == kind), None)
