"""Settings and departments to the two questionnaires on paper, each with a file to type the answers into."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.printable import Printable, Product
from ...model.shown import Shown
from ...model.uptake.courses import courses_of
from ...model.uptake.questionnaires import Questionnaire
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .model import Evaluation, EvaluationSection
from .printed import GROUP, VARIANTS
from .questions import COURSE_EVALUATION, QUESTIONNAIRE


@dataclass(frozen=True, kw_only=True)
class QuestionnaireView(View):
    """A questionnaire on paper: its code, the names of the departments to choose among, the address of the
    organisation's own form, where sheets are put, and the least number of answers that is told of."""

    questionnaire: Questionnaire
    code: str
    departments: tuple[str, ...]
    form: str
    hand_in: str
    fewest: int


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the evaluation of courses where there are any, and the questionnaire where there are departments."""
    section = shown.settings.of(EvaluationSection).evaluation
    if GROUP.id not in shown.settings.printed:
        return
    file = courses_of(shown.handbook)
    if file.offers or file.courses:
        yield _view(COURSE_EVALUATION, shown, section, section.course_form)
    departments = tuple(one.name for one in workplaces_of(shown.handbook).departments if one.id and one.name)
    if departments:
        yield _view(QUESTIONNAIRE, shown, section, section.form, departments)


def _view(
    questionnaire: Questionnaire, shown: Shown, section: Evaluation, form: str, departments: tuple[str, ...] = ()
) -> QuestionnaireView:
    name, title = questionnaire.names[shown.settings.language], questionnaire.title
    printable = Printable(name, title, Product(questionnaire.kind.value, title), GROUP, VARIANTS)
    return QuestionnaireView(
        story_codes=NO_STORIES,
        coded=printed_code(name, printable, shown.settings),
        printable=printable,
        questionnaire=questionnaire,
        code=name,
        departments=departments,
        form=form,
        hand_in=section.hand_in,
        fewest=shown.settings.floor,
    )
