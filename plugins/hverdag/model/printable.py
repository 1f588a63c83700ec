"""Everything printed besides guides: a printable, its variants, and its group."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from .language import Language
from .message import Message, Words


class Size(StrEnum):
    """A paper size."""

    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"

    @property
    def millimetres(self) -> tuple[int, int]:
        """The short side and the long side, in millimetres."""
        return _MILLIMETRES[self]


_MILLIMETRES = {Size.A2: (420, 594), Size.A3: (297, 420), Size.A4: (210, 297), Size.A5: (148, 210)}

BLEED = 3
"""Millimetres that a print shop trims from each side."""


class Ink(StrEnum):
    """The colours of a variant.

    LINE is black lines, for any office printer; COLOUR is lines in the values' colours; SHOP is for a print shop:
    full-bleed colour with crop marks.
    """

    LINE = "line"
    COLOUR = "colour"
    SHOP = "shop"


@dataclass(frozen=True)
class Variant:
    """One file of a printable. `parts` follow the printable's name in the name of the file: a paper size, or a
    key of VARIANT_NAMES.

    `sheets`: it has the pages of the first variant, two to a side, in the order of a folded booklet. `backs`: every
    other page is the back of the previous one. `special`: an office does not usually print it. `tiles`: so many sheets
    of A4 are glued together to its size; 1 if it is one sheet.
    """

    size: Size
    ink: Ink
    parts: tuple[str, ...] = ()
    sheets: bool = False
    backs: bool = False
    special: bool = False
    tiles: int = 1


VARIANT_NAMES: Mapping[Language, Mapping[str, str]] = {
    Language.DANISH: {"sheets": "ark", "shop": "trykkeri", "colour": "farve", "both": "dobbelt", "tiles": "samles"},
    Language.ENGLISH: {
        "sheets": "sheets",
        "shop": "print-shop",
        "colour": "colour",
        "both": "two-sided",
        "tiles": "tiles",
    },
}
"""The words for variants in file names, in the readers' language. File names are printed, so they never change."""


@dataclass(frozen=True)
class PrintGroup:
    """A group of printables that are printed alike, by its id in `printed` of handbook.yml: its title, what it is for,
    and how it is printed, in three steps. `order` is its place on the page of printables: 1 is first."""

    id: str
    order: int
    title: Message
    about: Message
    steps: tuple[Message, ...]


@dataclass(frozen=True)
class Product:
    """A kind of printable in reviews: an id for programs, and a title for readers."""

    id: str
    title: Message


@dataclass(frozen=True)
class Printable:
    """A thing to print, in one or more variants; the first of them is the one that most readers want.

    `name` is the start of its file names, and `title` its name for readers. `former_names` are those that its files
    began with before.
    """

    name: str
    title: Words
    product: Product
    group: PrintGroup
    variants: tuple[Variant, ...]
    former_names: tuple[str, ...] = ()

    def called(self, name: str) -> "Printable":
        """Return the same printable under another name."""
        return replace(self, name=name)


@dataclass(frozen=True)
class Printed:
    """The facts of a PDF: its path in the site, its number of pages, the trimmed width and height of its first page in
    millimetres, and its size in bytes."""

    path: str
    pages: int
    width: float
    height: float
    size: int
