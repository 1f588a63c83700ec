"""The journal: what was selected, decided and answered, for the records system and the works council. `hverdag journal`
makes it; no build does."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ..feature import Feature

FEATURE = Feature(
    id="journal",
    holds_about_people=(
        HeldData(
            group=HeldGroup.COPIES,
            name=message("The journal"),
            what=message("Roles, days, codes, management's answers and reasons; no names. `hverdag journal` makes it."),
            where=(message("In `private/journal`, and where you put it yourselves, as the records system"),),
            until=message("Until you delete it; in the records system as long as its own rules say"),
            seen=message("The account that makes it, and those you give it to"),
        ),
    ),
)
