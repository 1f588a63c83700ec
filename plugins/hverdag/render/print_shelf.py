"""Everything that is printed, on a page for those who print: a small picture of each, its papers, and how to do it."""

from collections.abc import Iterator
from typing import NamedTuple

from ..locale import Catalogue
from ..model.addresses import picture_address, printed_address
from ..model.artifact import relative
from ..model.chapters import Site
from ..model.printable import DECKS, POSTERS, Printable, Product
from .printed_words import form_name, printable_name


class Paper(NamedTuple):
    """One form of a printable: what sets it apart, and where it is."""

    name: str
    link: str


class Item(NamedTuple):
    """A printable: its name, its small picture, and its forms."""

    name: str
    picture: str
    papers: tuple[Paper, ...]


class Group(NamedTuple):
    """Printables that are printed alike."""

    name: str
    about: str
    steps: tuple[str, ...]
    items: tuple[Item, ...]


def print_shelf(site: Site, words: Catalogue, origin: str) -> Iterator[Group]:
    """Yield what there is to print, group by group, with links from the page at address `origin`."""
    for products, name, about, steps in _groups(words):
        items = tuple(_item(one, site, words, origin) for one in site.printed if one.product in products)
        if items:
            yield Group(name, about, steps, items)


def _item(printable: Printable, site: Site, words: Catalogue, origin: str) -> Item:
    papers = tuple(
        Paper(form_name(form, words), relative(printed_address(printable, form, site.settings), origin))
        for form in printable.forms
    )
    return Item(printable_name(printable, words), relative(picture_address(printable), origin), papers)


def _groups(words: Catalogue) -> tuple[tuple[tuple[Product, ...], str, str, tuple[str, ...]], ...]:
    say = words.say
    whole = say("Print at actual size (100 %), so that nothing is cut off or made smaller.")
    return (
        (
            (Product.PAMPHLET,),
            say("The pamphlet"),
            say("The values, three stories and facts about the organisation. Good for a new colleague."),
            (
                say("Fetch the one to fold and staple."),
                say("Print on both sides, and choose “short edge”."),
                say("Fold the sheets in the middle, and staple them in the fold."),
            ),
        ),
        (
            POSTERS,
            say("Posters"),
            say("For the wall where you all go by. Line art, so that an ordinary printer will do."),
            (
                say("Take A3 if your printer can. A4 is laid out for the smaller sheet."),
                whole,
                say("Some are for writing on. Use a thick pen, and set a day for looking at them again."),
            ),
        ),
        (
            DECKS,
            say("Cards"),
            say("Eight to a sheet. Good for pairs and small groups."),
            (
                say(
                    "Print on both sides, and choose “long edge”. If your printer cannot, take the file with one side."
                ),
                whole,
                say("Cut along the lines: across the middle, across the middle again, and then once more."),
            ),
        ),
        (
            (Product.BOOK,),
            say("The book"),
            say("The whole handbook with an index, for those who would rather read on paper."),
            (
                say("The pages are A5."),
                say("Choose “booklet” when you print, to get two of its pages on each side of an A4 sheet."),
                say("Is it too thick to staple? Punch it, and put it in a ring binder."),
            ),
        ),
    )
