"""The list of everything that is printed, for a hand-written page."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ..feature import Feature
from ..kit import Macro
from ..later import Later

FEATURE = Feature(
    id="printing",
    plan=Later(__name__, "plan:plan"),
    macros=(Macro("printables", Later(__name__, "web:printables")),),
    holds_about_people=(
        HeldData(
            group=HeldGroup.READERS_GET,
            name=message("Paper and the offline edition"),
            what=message("Pamphlet, posters, cards, book, guides, and the zip file for a USB stick."),
            where=(message("With those who have printed, fetched or been given them"),),
            until=message(
                "Until someone throws them out. The program cannot call them back, but the file `edition.json` tells "
                "which stories are in what."
            ),
            seen=message("Whoever has them"),
        ),
    ),
)
