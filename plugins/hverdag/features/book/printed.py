"""The book as something to print: its name, its group and its variant."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Product, Size, Variant

NAMES = {Language.DANISH: "haandbog", Language.ENGLISH: "handbook"}


GROUP = PrintGroup(
    "book",
    4,
    message("The book"),
    message("The whole handbook with an index, for those who would rather read on paper."),
    (
        message("Up to 40 pages or so: choose “booklet” when you print, fold the sheets, and staple them."),
        message("More than that: print two pages to each side of a sheet, on both sides, and not as a booklet."),
        message("Then punch the sheets, and put them in a ring binder."),
    ),
)


PRODUCT = Product(GROUP.id, message("The book"))


VARIANTS = (Variant(Size.A5, Ink.LINE),)
