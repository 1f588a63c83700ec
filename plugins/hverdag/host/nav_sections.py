"""Our pages in the navigation of a site: a folder such as `values/` stands for its list and, where they are few, for
the pages in it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..locale import catalogue
from ..pipeline.on_request import Site
from .pages import FinishedPage, source_name

MOST = 30
"""The most pages of a folder that stand in nav: it is on every page, so that what it takes grows with their square."""

FIRST = ("values/", "stories/", "guides/")
"""The targets of the pages that lead to the rest, in the order in which a nav without any of them gets them."""

PageOf = Callable[[str], Page | None]
"""Returns the page of ours at an address."""


def folder_names(nav: Any, site: Site) -> frozenset[str]:
    """Return the names of the pages that nav asks for with all that lies below them: as `values/`, and not as
    `values/index.md`."""
    at = site.plan.addresses.by_target
    return frozenset(source_name(at[name]) for name in _named(nav) if name.endswith("/") and name in at)


def place_sections(nav: Navigation, folders: frozenset[str], site: Site, page_of: PageOf) -> None:
    """Put the pages of each of these folders below its list. Where nav has none of our pages, it gets them at its end:
    readers would not find them otherwise."""
    below = _Below(site, page_of)
    items = [one for item in nav.items for one in _placed(item, folders, below)]
    if not any(isinstance(page, FinishedPage) for page in nav.pages):
        items += _all(site, below)
    nav.items, nav.pages = items, list({page.url: page for page in _pages(items)}.values())
    _join(nav)


class _Below:
    """Finds the pages that lie below a list, where they are few."""

    def __init__(self, site: Site, page_of: PageOf) -> None:
        self._addresses, self.page_of = site.addresses, page_of

    def pages(self, top: Page) -> list[StructureItem]:
        """Return the pages that lie below one."""
        inside = [one for one in self._addresses if one.startswith(top.url) and one != top.url]
        return [page for page in map(self.page_of, inside) if page] if len(inside) <= MOST else []

    def section(self, top: Page, title: str = "") -> Section | Page:
        """Return a list with the pages below it, or the list alone."""
        below = self.pages(top)
        return Section(title or str(top.title), [top, *below]) if below else top


def _placed(item: StructureItem, folders: frozenset[str], below: _Below) -> Iterator[StructureItem]:
    """Yield what stands in the place of an item of the nav."""
    if isinstance(item, Section):
        named = {page.url for page in _pages(item.children)}
        children = [one for child in item.children for one in _placed_inside(child, folders, below, named)]
        item.children = children
    yield below.section(item) if isinstance(item, Page) and item.file.src_uri in folders else item


def _placed_inside(
    item: StructureItem, folders: frozenset[str], below: _Below, named: set[str]
) -> Iterator[StructureItem]:
    """Yield what stands in the place of an item of a section: the pages below a list that has no label of its own stand
    beside it there, but for those that are `named` in the section already."""
    if isinstance(item, FinishedPage) and item.file.src_uri in folders and not item.label:
        yield item
        yield from (page for page in below.pages(item) if isinstance(page, Page) and page.url not in named)
    else:
        yield from _placed(item, folders, below)


def _all(site: Site, below: _Below) -> Iterator[StructureItem]:
    """Yield a section for what readers come for, and one for the rest."""
    at, page_of = site.plan.addresses.by_target, below.page_of
    first = [at[target] for target in FIRST if target in at]
    rest = [address for address in site.addresses if address.count("/") == 1 and address not in first]
    yield from (below.section(page) for page in map(page_of, first) if page)
    if more := [page for page in map(page_of, rest) if page]:
        yield Section(catalogue(site.settings.language.value).say("More about the handbook"), [*more])


def _named(nav: Any) -> Iterator[str]:
    """Yield every path in a nav as mkdocs.yml has it."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(one)


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    """Yield the pages among items of a nav, and below them."""
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _join(nav: Navigation) -> None:
    """Let each page know the one before it and the one after it, and each item the section that it stands in."""
    for before, page, after in zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    sections: list[Section] = [item for item in nav.items if isinstance(item, Section)]
    for section in sections:
        for child in section.children:
            child.parent = section
            sections += [child] if isinstance(child, Section) else []
