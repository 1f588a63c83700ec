"""The section of handbook.yml on the two questionnaires."""

from ...model.declared import Declared, Number, Text, declared


class Round(Declared):
    """A year in which the questionnaire is handed out."""

    year: Text = declared("Year", "Such as 2026; answers say the same.", required=True)
    asked: Number | None = declared("Asked", "How many were given the questionnaire.", default=None)


class Evaluation(Declared):
    """Where the questionnaires are answered on the net, and how many were asked."""

    course_form: Text = declared(
        "Form for courses", "The address of your own form with the five questions about a course."
    )
    form: Text = declared("Form for the questionnaire", "The address of your own form with the questionnaire.")
    hand_in: Text = declared("Where sheets are put", "One sentence; it is printed on both sheets.", most=120)
    rounds: tuple[Round, ...] = declared("Rounds", "The years in which the questionnaire is handed out.", default=())

    def asked(self, year: str) -> int | None:
        """Return how many were given the questionnaire in a year; None if nobody has written it."""
        return next((one.asked for one in self.rounds if one.year == year), None)


class EvaluationSection(Declared):
    """The section of handbook.yml."""

    evaluation: Evaluation = declared(
        "Questionnaires", "The evaluation of courses, and the questionnaire.", default=Evaluation()
    )
