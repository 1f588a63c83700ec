"""The two questionnaires: the evaluation of a course, and the one on whether it meant anything.

Ids never change: a year later, the same questions are asked again. What readers see is in the catalogues.
"""

from ...model.language import Language
from ...model.message import message
from ...model.uptake.counts import CountKind
from ...model.uptake.questionnaires import Question, Questionnaire, of_kind

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
    message("Has it made a difference?"),
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


def questionnaire_of(kind: str) -> Questionnaire | None:
    """Return the questionnaire whose answers are counted as a kind; None if there is none."""
    return of_kind(QUESTIONNAIRES, kind)
