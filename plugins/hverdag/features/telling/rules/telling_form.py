"""A web form without a real address.

The page on telling a story links to the form, and says which computer it is on.

Good:

    telling:
      form: https://www.harbour.example/tell

Bad:

    telling:
      form: harbour/tell
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.telling import TellingSection
from ....model.web_address import is_form, mended_form

RULE = Rule(
    "telling-form",
    Level.ERROR,
    '"{given}" is not the address of a form.',
    "Write the whole address, beginning with https://, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the form has no https address, with the one that was probably meant."""
    settings = handbook.settings
    form = settings.of(TellingSection).telling.form
    if form and not is_form(form):
        near = {"suggestion": better} if (better := mended_form(form)) else {}
        yield RULE.at(settings.at("telling", "form"), given=form, **near)
