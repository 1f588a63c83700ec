"""The editors' reference: every field and every rule, from the declarations themselves."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from ..later import Later

FEATURE = Feature(
    id="editors_guide",
    macros=(
        Macro("field_reference", Later(__name__, "web:field_reference")),
        Macro("rule_reference", Later(__name__, "web:rule_reference")),
    ),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
