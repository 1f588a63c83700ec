"""What is printed of the small measurement: the names, the group and the variants of the slip, the tally sheet and the
poster."""

from ...model.language import Language
from ...model.message import Message, message
from ...model.printable import Ink, PrintGroup, Product, Size, Variant
from .addresses import POSTER

GROUP = PrintGroup(
    "served",
    21,
    message("Ask those we are there for"),
    message("Three questions in large type, a sheet to count the answers on, and a poster that says what you did."),
    (
        message("Print on one side, in black and white."),
        message("Hand out the slips, and write down how many you hand out."),
        message("When they have been counted, hang up the poster where those you asked can see it."),
    ),
)
SHEET = (Variant(Size.A4, Ink.LINE),)
ON_THE_WALL = (Variant(Size.A3, Ink.LINE, ("a3",)), Variant(Size.A4, Ink.LINE, ("a4",)))
ROWS = 3
"""How many things that were said a poster has room for."""

SLIPS = Product("served-slip", message("Slips with three questions"))
TALLIES = Product("served-tally", message("Tally sheets"))
YOU_SAID = message("You said, we did")
YOU_SAID_POSTER = Product("served-poster", YOU_SAID)


def posters(language: Language) -> list[tuple[str, Message]]:
    """Return the words that receipts name the posters by, and their titles."""
    return [(POSTER[language], YOU_SAID)]
