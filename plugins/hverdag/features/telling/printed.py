"""The sheet to tell a story on as something to print: its name, its group and its variant."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant

NAMES = {Language.DANISH: "fortael", Language.ENGLISH: "tell"}


GROUP = PrintGroup(
    "telling",
    5,
    message("A sheet to tell a story on"),
    message("For anyone who would rather write by hand. Put some where you take your breaks."),
    (
        message("Print on one side, in black and white."),
        message("Write as you talk, and leave out the names."),
        message("Hand the sheet in as it says at the bottom."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)
