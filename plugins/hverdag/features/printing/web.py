"""The list of printables: a small picture of each, its files, and how to print them."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ...locale import Catalogue
from ...model.addresses import picture_address, printed_address
from ...model.printable import Printable, PrintGroup, Variant
from ...paper.print_job import variant_title
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import PrintListView


class PrintedFile(NamedTuple):
    """The file of one variant of a printable: its name, its link, and the paper it takes."""

    name: str
    link: str
    amount: str


class Item(NamedTuple):
    """A printable: its name, its small picture, the variants that an office prints, and the others."""

    name: str
    picture: str
    papers: tuple[PrintedFile, ...]
    others: tuple[PrintedFile, ...]


class Group(NamedTuple):
    """A group of printables that are printed alike: its title, what it is for, and how it is printed."""

    name: str
    about: str
    steps: tuple[str, ...]
    items: tuple[Item, ...]


def printables(views: Views, page: Page, kit: Kit) -> Markup:
    """Return the list of printables: a small picture of each, its files, and how to print them."""
    view = only(views, PrintListView)
    groups = [_group(group, its, page, kit) for group, its in view.groups] if view else []
    return page.fragment("printing/printables.html", groups=groups)


def _group(group: PrintGroup, its: tuple[Printable, ...], page: Page, kit: Kit) -> Group:
    tell = kit.words.tell
    items = tuple(_item(printable, page, kit) for printable in its)
    return Group(tell(group.title), tell(group.about), tuple(map(tell, group.steps)), items)


def _item(printable: Printable, page: Page, kit: Kit) -> Item:
    pairs = list(_papers(printable, page, kit))
    picture = page.relative(picture_address(printable))
    papers = tuple(paper for variant, paper in pairs if not variant.special)
    others = tuple(paper for variant, paper in pairs if variant.special)
    return Item(kit.words.tell(printable.title), picture, papers, others)


def _papers(printable: Printable, page: Page, kit: Kit) -> Iterator[tuple[Variant, PrintedFile]]:
    """Yield each variant with its file; before the PDFs are made, without the number of pages."""
    for variant in printable.variants:
        path = printed_address(printable, variant, kit.settings)
        amount = _amount(variant, kit.printed[path].pages, kit.words) if path in kit.printed else ""
        yield variant, PrintedFile(kit.words.tell(variant_title(variant)), page.relative(path), amount)


def _amount(variant: Variant, pages: int, words: Catalogue) -> str:
    """Return the paper that a variant takes: sheets if both sides are printed, otherwise pages."""
    if variant.sheets or variant.backs:
        return words.count("{number} sheet", "{number} sheets", math.ceil(pages / 2))
    return words.count("{number} page", "{number} pages", pages)
