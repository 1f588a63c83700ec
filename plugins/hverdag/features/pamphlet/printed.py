"""The pamphlet as something to print: its name, its group and its variants."""

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant

NAMES = {Language.DANISH: "pjece", Language.ENGLISH: "pamphlet"}


GROUP = PrintGroup(
    "pamphlet",
    1,
    message("The pamphlet"),
    message("The values, some of the stories and facts about us. Good for a new colleague."),
    (
        message("Take the one to fold and staple."),
        message("Print on both sides, and choose “short edge”."),
        message("Fold the sheets in the middle, and staple them in the fold."),
    ),
)


VARIANTS = (
    Variant(Size.A5, Ink.LINE),
    Variant(Size.A4, Ink.LINE, ("sheets",), sheets=True),
    Variant(Size.A5, Ink.SHOP, ("shop",), special=True),
)
