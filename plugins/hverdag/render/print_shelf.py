"""Everything that is printed, on a page for those who print: a small picture of each, its papers, and how to do it."""

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..locale import Catalogue
from ..model.addresses import picture_address, printed_address
from ..model.artifact import relative
from ..model.chapters import Site
from ..model.printable import DECKS, POSTERS, Form, Ink, Printable, Printed, Product
from .printed_words import form_name, printable_name


class Paper(NamedTuple):
    """One form of a printable: what sets it apart, where it is, and how much paper it takes."""

    name: str
    link: str
    amount: str


class Item(NamedTuple):
    """A printable: its name, its small picture, the forms that an office prints, and the others."""

    name: str
    picture: str
    papers: tuple[Paper, ...]
    others: tuple[Paper, ...]


class Group(NamedTuple):
    """Printables that are printed alike."""

    name: str
    about: str
    steps: tuple[str, ...]
    items: tuple[Item, ...]


def print_shelf(site: Site, words: Catalogue, origin: str, printed: Mapping[str, Printed]) -> Iterator[Group]:
    """Yield what there is to print, group by group, with links from the page at address `origin`.

    `printed` tells, by its path, what each file is; one that it does not know is shown without its number of pages.
    """
    for products, name, about, steps in _groups(words):
        items = tuple(_item(one, site, words, origin, printed) for one in site.printed if one.product in products)
        if items:
            yield Group(name, about, steps, items)


def _item(printable: Printable, site: Site, words: Catalogue, origin: str, printed: Mapping[str, Printed]) -> Item:
    papers: list[Paper] = []
    others: list[Paper] = []
    for form in printable.forms:
        path = printed_address(printable, form, site.settings)
        amount = _amount(form, printed[path].pages, words) if path in printed else ""
        paper = Paper(form_name(form, words), relative(path, origin), amount)
        special = form.ink is Ink.SHOP or (form.ink is Ink.COLOUR and printable.product in POSTERS)
        (others if special else papers).append(paper)
    name = printable_name(printable, words)
    return Item(name, relative(picture_address(printable), origin), tuple(papers), tuple(others))


def _amount(form: Form, pages: int, words: Catalogue) -> str:
    """How much paper it takes: sheets, where both sides are printed."""
    if form.sheets or form.backs:
        return words.count("{number} sheet", "{number} sheets", math.ceil(pages / 2))
    return words.count("{number} page", "{number} pages", pages)


def _groups(words: Catalogue) -> tuple[tuple[tuple[Product, ...], str, str, tuple[str, ...]], ...]:
    say = words.say
    whole = say("Print at actual size (100 %), so that nothing is cut off or made smaller.")
    return (
        (
            (Product.PAMPHLET,),
            say("The pamphlet"),
            say("The values, some of the stories and facts about us. Good for a new colleague."),
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
                say("Up to 40 pages or so: choose “booklet” when you print, fold the sheets, and staple them."),
                say("More than that: print two pages to each side of a sheet, on both sides, and not as a booklet."),
                say("Then punch the sheets, and put them in a ring binder."),
            ),
        ),
    )
