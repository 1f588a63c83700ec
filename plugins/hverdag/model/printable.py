"""What is printed besides guides: which things there are, and the forms that each of them comes in."""

from dataclasses import dataclass
from enum import StrEnum

from ..features.cards.model import Card
from .settings import Language
from .texts.method import Method
from .texts.story import Story
from .texts.value import Value


class Product(StrEnum):
    """What is printed."""

    PAMPHLET = "pamphlet"
    BOOK = "book"
    VALUES_POSTER = "values-poster"
    VALUE_POSTER = "value-poster"
    ROAD_POSTER = "road-poster"
    AGREEMENT = "agreement"
    VALUE_CARDS = "value-cards"
    DILEMMA_CARDS = "dilemma-cards"
    QUESTION_CARDS = "question-cards"


POSTERS = (Product.VALUES_POSTER, Product.VALUE_POSTER, Product.ROAD_POSTER, Product.AGREEMENT)
DECKS = (Product.VALUE_CARDS, Product.DILEMMA_CARDS, Product.QUESTION_CARDS)


class Size(StrEnum):
    """The paper."""

    A3 = "A3"
    A4 = "A4"
    A5 = "A5"

    @property
    def millimetres(self) -> tuple[int, int]:
        """The short side and the long."""
        return _MILLIMETRES[self]


_MILLIMETRES = {Size.A3: (297, 420), Size.A4: (210, 297), Size.A5: (148, 210)}

BLEED = 3
"""Millimetres that a print shop cuts away on each side."""


class Ink(StrEnum):
    """What it is printed with.

    LINE is black lines, for any office printer; COLOUR is lines in the values' colours; SHOP is for a print shop:
    colour out over the edge, with bleed and crop marks.
    """

    LINE = "line"
    COLOUR = "colour"
    SHOP = "shop"


@dataclass(frozen=True)
class Form:
    """One file of a printable. `parts` are what its name says after the printable's own: a paper, or a word in NAMES.

    With `sheets`, it is the pages of the first form, two to a side, in the order that makes a booklet when it is
    folded. With `backs`, every other page is the back of the one before.
    """

    size: Size
    ink: Ink
    parts: tuple[str, ...] = ()
    sheets: bool = False
    backs: bool = False


PAMPHLET_FORMS = (
    Form(Size.A5, Ink.LINE),
    Form(Size.A4, Ink.LINE, ("sheets",), sheets=True),
    Form(Size.A5, Ink.SHOP, ("shop",)),
)
BOOK_FORMS = (Form(Size.A5, Ink.LINE),)
POSTER_FORMS = (
    Form(Size.A3, Ink.LINE, ("a3",)),
    Form(Size.A4, Ink.LINE, ("a4",)),
    Form(Size.A3, Ink.COLOUR, ("a3", "colour")),
    Form(Size.A4, Ink.COLOUR, ("a4", "colour")),
    Form(Size.A3, Ink.SHOP, ("a3", "shop")),
)
DECK_FORMS = (
    Form(Size.A4, Ink.COLOUR, ("both",), backs=True),
    Form(Size.A4, Ink.COLOUR),
    Form(Size.A4, Ink.SHOP, ("shop",), backs=True),
)

NAMES = {
    Language.DANISH: {
        Product.PAMPHLET: "pjece",
        Product.BOOK: "haandbog",
        Product.VALUES_POSTER: "plakat-vaerdier",
        Product.AGREEMENT: "plakat-aftale",
        Product.VALUE_CARDS: "kort-vaerdier",
        Product.DILEMMA_CARDS: "kort-dilemmaer",
        Product.QUESTION_CARDS: "kort-spoergsmaal",
        "poster": "plakat",
        "sheets": "ark",
        "shop": "trykkeri",
        "colour": "farve",
        "both": "dobbelt",
        "draw": "kort",
    },
    Language.ENGLISH: {
        Product.PAMPHLET: "pamphlet",
        Product.BOOK: "handbook",
        Product.VALUES_POSTER: "poster-values",
        Product.AGREEMENT: "poster-agreement",
        Product.VALUE_CARDS: "cards-values",
        Product.DILEMMA_CARDS: "cards-dilemmas",
        Product.QUESTION_CARDS: "cards-questions",
        "poster": "poster",
        "sheets": "sheets",
        "shop": "print-shop",
        "colour": "colour",
        "both": "two-sided",
        "draw": "cards",
    },
}
"""What files and short addresses are called, in the readers' language; they stand on paper, so they never change."""


@dataclass(frozen=True)
class Printable:
    """A thing that is printed, in one or more forms; the first of them is the one most readers want.

    `code` is what its short address ends with: the code of its value or method, or a word. `volume` counts the volumes
    of a handbook that is too thick for one, from 1; 0 is the only one.
    """

    product: Product
    name: str
    code: str
    forms: tuple[Form, ...]
    subject: Value | Method | None = None
    stories: tuple[Story, ...] = ()
    cards: tuple[Card, ...] = ()
    volume: int = 0

    @property
    def story_codes(self) -> tuple[str, ...]:
        """The codes of the stories that it tells of."""
        told = (*self.stories, *(card.story for card in self.cards if card.story))
        return tuple(dict.fromkeys(story.code for story in told))


@dataclass(frozen=True)
class Printed:
    """What a PDF is: its path in the site, how many pages it has, how large the first of them is when it is cut, in
    millimetres, and its size in bytes."""

    path: str
    pages: int
    width: float
    height: float
    size: int
