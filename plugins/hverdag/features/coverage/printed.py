"""The sheets that ask for stories as something to print: their names, their group and their variant."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Product, Size, Variant

PHONE_SHEET = {Language.DANISH: "telefonark", Language.ENGLISH: "phone-sheet"}


GROUP = PrintGroup(
    "invitations",
    15,
    message("Ask for a story"),
    message("Invitations to hang up where a story is missing, and a sheet for whoever collects stories by telephone."),
    (
        message("Print on one side, in black and white."),
        message("Hang the invitation up where you take your breaks."),
        message("Take it down when the story has been told."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)


INVITATIONS = Product("invitation", message("Invitations"))
