"""A place in the form's address that nothing is filled into.

In the address, `{tool}` becomes the code of what was used, and `{workplace}` the workplace. Anything else between `{`
and `}` would be printed as it is.

Good:

    receipt_form: https://forms.harbour.example/receipt?tool={tool}

Bad:

    receipt_form: https://forms.harbour.example/receipt?tool={thing}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_of
from ....model.uptake.slip import PLACES, ReceiptSettings
from ....model.web_address import places_in

RULE = Rule(
    "receipt-form-place",
    Level.ERROR,
    'Nothing is filled in for "{given}" in the address of the form.',
    "Write {known} in its place, or take it out.",
    __doc__,
)
_ALSO = {
    "tool": ("redskab", "værktøj", "kode", "code"),
    "workplace": ("arbejdsplads", "sted", "enhed", "place", "unit"),
}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown place, with the one that was probably meant."""
    settings = handbook.settings
    for name in places_in(settings.of(ReceiptSettings).receipt_form):
        if name not in PLACES:
            meant = id_of(name, _ALSO)
            near = {"suggestion": f"{{{meant}}}"} if meant else {}
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            yield RULE.at(settings.at("receipt_form"), given=f"{{{name}}}", known=known, **near)
