"""A form for a measurement without a real address, or with a place that nothing is filled into.

In the address, `{unit}` becomes the code of the workplace. Anything else between `{` and `}` would be printed as it is.

Good:

    measurements:
      - id: trust-spring
        form: https://answers.harbour.example/three?place={unit}

Bad:

    measurements:
      - id: trust-spring
        form: answers.harbour.example/three
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.customers import customers_of
from ....model.web_address import filled, is_form, mended_form, places_in

RULE = Rule(
    "measurement-form",
    Level.ERROR,
    '"{given}" {why}.',
    "{remedy}",
    __doc__,
)
PLACES = ("unit",)
"""What the address may hold between `{` and `}`."""
_NONE = message("is not the address of a form")
_WHOLE = message("Write the whole address, beginning with https://, or delete the line.")
_NOTHING = message("is filled with nothing")
_PLACE = message("Write {known} in its place, or take it out.", known="{unit}")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each form without an https address, and for each unknown place in one."""
    file = customers_of(handbook)
    for number, one in enumerate(file.measurements):
        place = file.at("measurements", number, "form")
        if one.form and not is_form(filled(one.form, dict.fromkeys(PLACES, "A001"))):
            near = {"suggestion": better} if (better := mended_form(one.form)) else {}
            yield RULE.at(place, given=one.form, why=_NONE, remedy=_WHOLE, **near)
        for name in places_in(one.form):
            if name not in PLACES:
                yield RULE.at(place, given=f"{{{name}}}", why=_NOTHING, remedy=_PLACE, suggestion="{unit}")
