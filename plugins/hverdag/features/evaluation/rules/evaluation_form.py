"""An online questionnaire without a real address.

The address is printed on the sheet, with a QR code.

Good:

    evaluation:
      form: https://answers.harbour.example/values

Bad:

    evaluation:
      form: answers/values
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.web_address import is_form, mended_form
from ..model import EvaluationSection

RULE = Rule(
    "evaluation-form",
    Level.ERROR,
    '"{given}" is not the address of a form.',
    "Write the whole address, beginning with https://, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each form without an https address, with the one that was probably meant."""
    settings = handbook.settings
    section = settings.of(EvaluationSection).evaluation
    for field in ("course_form", "form"):
        given = getattr(section, field)
        if given and not is_form(given):
            near = {"suggestion": better} if (better := mended_form(given)) else {}
            yield RULE.at(settings.at("evaluation", field), given=given, **near)
