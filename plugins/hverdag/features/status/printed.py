"""The year's status as something to print: its name, its group and its variant."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant

NAMES = {Language.DANISH: "aarsstatus", Language.ENGLISH: "status"}


TITLE = message("The year's status")


GROUP = PrintGroup(
    "status",
    12,
    TITLE,
    message("How far we are, and how we know. For management and the works council."),
    (
        message("Print on both sides in black and white: that is two sheets."),
        message("Lay it out before a meeting. The first page answers most questions."),
        message("Get a new one next time: the numbers change when workplaces report back."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)
