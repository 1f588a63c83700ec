"""Posters as something to print: their names, their group and their variants."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Product, Size, Variant

POSTER = {Language.DANISH: "plakat", Language.ENGLISH: "poster"}
"""The start of the file name of a poster of one value or method; the code that follows makes it unique."""


VALUES = {Language.DANISH: "plakat-vaerdier", Language.ENGLISH: "poster-values"}


AGREEMENT = {Language.DANISH: "plakat-aftale", Language.ENGLISH: "poster-agreement"}


GROUP = PrintGroup(
    "posters",
    2,
    message("Posters"),
    message("For a wall that you all walk past. Line art, so that an ordinary printer will do."),
    (
        message("Take A3 if your printer can. A4 is laid out for the smaller sheet."),
        message("Print at actual size (100%), so that nothing is cut off or made smaller."),
        message("Some are for writing on. Use a thick pen, and set a day for looking at them again."),
    ),
)


VARIANTS = (
    Variant(Size.A3, Ink.LINE, ("a3",)),
    Variant(Size.A4, Ink.LINE, ("a4",)),
    Variant(Size.A3, Ink.COLOUR, ("a3", "colour"), special=True),
    Variant(Size.A4, Ink.COLOUR, ("a4", "colour"), special=True),
    Variant(Size.A3, Ink.SHOP, ("a3", "shop"), special=True),
)


VALUE_POSTERS = Product("value-poster", message("Value posters"))


ROAD_POSTERS = Product("road-poster", message("Road posters"))
