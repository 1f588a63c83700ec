"""The cards as something to print: the names of the decks, their group and their variants."""

from collections.abc import Mapping

from ...model.language import Language
from ...model.message import Message, message
from ...model.printable import Ink, PrintGroup, Size, Variant
from .model import CardKind

NAMES: Mapping[Language, Mapping[CardKind, str]] = {
    Language.DANISH: {
        CardKind.VALUE: "kort-vaerdier",
        CardKind.DILEMMA: "kort-dilemmaer",
        CardKind.QUESTION: "kort-spoergsmaal",
    },
    Language.ENGLISH: {
        CardKind.VALUE: "cards-values",
        CardKind.DILEMMA: "cards-dilemmas",
        CardKind.QUESTION: "cards-questions",
    },
}


TITLES: Mapping[CardKind, Message] = {
    CardKind.VALUE: message("Value cards"),
    CardKind.DILEMMA: message("Dilemma cards"),
    CardKind.QUESTION: message("Question cards"),
}


GROUP = PrintGroup(
    "cards",
    3,
    message("Cards"),
    message("Eight to a sheet. Good for pairs and small groups."),
    (
        message("Print on both sides, and choose “long edge”. If your printer cannot, take the file with one side."),
        message("Print at actual size (100%), so that nothing is cut off or made smaller."),
        message("Cut along the lines: across the middle, across the middle again, and then once more."),
    ),
)


VARIANTS = (
    Variant(Size.A4, Ink.COLOUR, ("both",), backs=True),
    Variant(Size.A4, Ink.COLOUR),
    Variant(Size.A4, Ink.SHOP, ("shop",), backs=True, special=True),
)
