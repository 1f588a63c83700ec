"""The board game as something to print: its parts with their names, and their variants."""

from collections.abc import Mapping
from enum import StrEnum

from ...model.language import Language
from ...model.message import Message, message
from ...model.printable import Ink, PrintGroup, Size, Variant

NAME: Mapping[Language, str] = {Language.DANISH: "braetspil", Language.ENGLISH: "board-game"}
"""The code that leads to the page, the start of its files' names, and what a receipt calls it."""


TITLE = message("The board game")


class GameSheet(StrEnum):
    """What is printed of the game."""

    BOARD = "board"
    CARDS = "cards"
    RULES = "rules"
    PIECES = "pieces"


PARTS: Mapping[Language, Mapping[GameSheet, str]] = {
    Language.DANISH: {
        GameSheet.BOARD: "braet",
        GameSheet.CARDS: "kort",
        GameSheet.RULES: "regler",
        GameSheet.PIECES: "brikker",
    },
    Language.ENGLISH: {one: one.value for one in GameSheet},
}


TITLES: Mapping[GameSheet, Message] = {
    GameSheet.BOARD: message("The board"),
    GameSheet.CARDS: message("The cards of the game"),
    GameSheet.RULES: message("The rules of the game"),
    GameSheet.PIECES: message("Pieces, numbers and slips"),
}


GROUP = PrintGroup(
    "game",
    6,
    TITLE,
    message("For 4 to 24 people and for an hour or a whole day. You need all four: board, cards, rules and pieces."),
    (
        message("Print at actual size (100%), so that the sheets of the board meet."),
        message("Glue the board together as its first page shows. Cut cards and pieces."),
        message("Read the rules before you meet, and put the cards in their piles."),
    ),
)


ONE_SHEET = (Variant(Size.A4, Ink.LINE),)


VARIANTS: Mapping[GameSheet, tuple[Variant, ...]] = {
    GameSheet.BOARD: (
        Variant(Size.A2, Ink.LINE, ("a2", "tiles"), tiles=4),
        Variant(Size.A3, Ink.LINE, ("a3", "tiles"), tiles=2),
        Variant(Size.A3, Ink.LINE, ("a3",)),
        Variant(Size.A2, Ink.COLOUR, ("a2", "tiles", "colour"), special=True, tiles=4),
        Variant(Size.A3, Ink.COLOUR, ("a3", "tiles", "colour"), special=True, tiles=2),
        Variant(Size.A2, Ink.SHOP, ("a2", "shop"), special=True),
    ),
    GameSheet.CARDS: (
        Variant(Size.A4, Ink.COLOUR, ("both",), backs=True),
        Variant(Size.A4, Ink.COLOUR),
        Variant(Size.A4, Ink.SHOP, ("shop",), backs=True, special=True),
    ),
    GameSheet.RULES: ONE_SHEET,
    GameSheet.PIECES: ONE_SHEET,
}
