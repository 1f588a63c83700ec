"""The editors' reference: every field and every rule, from the declarations themselves."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..feature import Feature
from ..kit import Macro
from .web import field_reference, rule_reference

FEATURE = Feature(
    id="editors_guide",
    macros=(Macro("field_reference", field_reference), Macro("rule_reference", rule_reference)),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
