"""Everything that is printed, on a page for those who print: a small picture of each, its papers, and how to do it."""

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..locale import Catalogue
from ..model.addresses import picture_address, printed_address
from ..model.artifact import relative
from ..model.chapters import Site
from ..model.printable import POSTERS, Form, Ink, Printable, Printed
from .print_steps import GROUPS, Steps
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
    """Printables that are printed alike, and how."""

    how: Steps
    items: tuple[Item, ...]


def print_shelf(site: Site, words: Catalogue, origin: str, printed: Mapping[str, Printed]) -> Iterator[Group]:
    """Yield what there is to print, group by group, with links from the page at address `origin`.

    `printed` tells, by its path, what each file is; one that it does not know is shown without its number of pages.
    """
    for products, tell in GROUPS:
        items = tuple(_item(one, site, words, origin, printed) for one in site.printed if one.product in products)
        if items:
            yield Group(tell(words), items)


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
