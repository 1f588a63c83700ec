"""The sheet of slips as something to print: its group and its variant."""

from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant
from ...model.uptake.slip import PRINTED

GROUP = PrintGroup(
    PRINTED,
    11,
    message("Receipts to fill in by hand"),
    message(
        "Eight to a sheet. Put some where the meetings are held: a workplace fills one in when it has used something."
    ),
    (
        message("Print at actual size (100%), on one side, in black and white."),
        message("Cut along the lines."),
        message("Fill one in when you have used something, and hand it in as it says at the bottom."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)
