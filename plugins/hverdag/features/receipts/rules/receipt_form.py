"""A form for receipts without a real address.

Guides and slips lead to the form, by a link and a QR code. What is printed cannot be corrected, so the address must
be whole, and begin with https://.

Good:

    receipt_form: https://forms.harbour.example/receipt?tool={tool}&place={workplace}

Bad:

    receipt_form: forms.harbour.example/receipt
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.slip import ReceiptSettings, form_address
from ....model.web_address import mended_form

RULE = Rule(
    "receipt-form",
    Level.ERROR,
    '"{given}" is not the address of a form.',
    "Write the whole address, beginning with https://, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the form has no https address, with the one that was probably meant."""
    settings = handbook.settings
    form = settings.of(ReceiptSettings).receipt_form
    if form and not form_address(settings):
        near = {"suggestion": better} if (better := mended_form(form)) else {}
        yield RULE.at(settings.at("receipt_form"), given=form, **near)
