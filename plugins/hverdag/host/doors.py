"""The doors in the header, made of what mkdocs.yml calls nav: what people come for, and the pages behind each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..model.outside import is_outside

MOST = 5
"""How many doors a reader sees at a glance, and how many fit in one row."""

Linked = Callable[[str], Iterable[str]]
"""Returns the addresses that the macros on a page link to, by the page's address."""


@dataclass(frozen=True)
class NavLink:
    """A link to a page, or to another site: a title in plain text, an address, and the section inside its door that it
    stands in, if it stands in one. `language` is the one that both are in, where it is not the page's own."""

    title: str
    address: str
    section: str = field(default="", kw_only=True)
    language: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Door(NavLink):
    """A door: it leads to the first of its pages, or, where all of them are other sites, to the first of those."""

    pages: tuple[NavLink, ...] = ()


@dataclass(frozen=True)
class NavPlace:
    """Where a page stands: the door that it is behind, how aria-current says so, and the pages beside it.

    `address` is the page's own where the frame links to it, so that the link can say that this is the page.
    """

    door: Door | None = None
    current: str = ""
    row: tuple[NavLink, ...] = ()
    address: str = ""

    @property
    def groups(self) -> Iterator[tuple[str, tuple[NavLink, ...]]]:
        """The sections of the row, in order, each with its links."""
        return ((name, tuple(links)) for name, links in groupby(self.row, lambda link: link.section))

    @property
    def key(self) -> tuple[str, ...]:
        """Pages with the same key have the same frame, as far as the doors go."""
        return (self.door.address if self.door else "", self.current, self.address)


NOWHERE = NavPlace()


@dataclass(frozen=True)
class Doors:
    """The doors of a site, and which of them each page is behind."""

    doors: tuple[Door, ...] = ()
    _folders: dict[str, Door] = field(default_factory=dict)
    _linked: Linked = lambda _: ()
    _behind: dict[str, Door | None] = field(default_factory=dict)

    def place(self, address: str) -> NavPlace:
        """Return where the page at an address stands.

        A page is behind the door that lists it, or that lists a page whose folder it is in. All others are behind the
        first door with a page whose macros link to their folder: guides are where a talk is prepared.
        """
        for door in self.doors:
            if any(entry.address == address for entry in door.pages):
                row = door.pages if len(door.pages) > 1 else ()
                return NavPlace(door, "page" if door.address == address else "true", row, address)
        folder = folder_of(address)
        parts = folder.split("/")
        for length in range(len(parts) - 1, 0, -1):
            near = self._folders.get("/".join(parts[:length]) + "/")
            if near:
                return NavPlace(near, "true")
        top = _top(address)
        if top and top not in self._behind:  # macros take their time
            self._behind[top] = self._first_with(top)
        other = self._behind.get(top)
        return NavPlace(other, "true") if other else NOWHERE

    def _first_with(self, top: str) -> Door | None:
        """Return the first door with a page in a folder whose macros link to another folder."""
        for door in self.doors:
            for entry in door.pages:
                if top in map(_top, self._linked(entry.address)):
                    return door
        return None


def doors_of(nav: Navigation, linked: Linked) -> Doors:
    """Return the doors of a nav. What `linked` tells decides for pages that no door has in its folders."""
    doors = tuple(filter(None, map(_door, nav.items)))
    folders: dict[str, Door] = {}
    for door in doors:
        for entry in door.pages:
            folder = folder_of(entry.address)
            if folder:
                folders.setdefault(folder, door)
    return Doors(doors, folders, linked)


def leads_somewhere(item: object) -> bool:
    """Return True for an item of a nav that is drawn as a door."""
    return next(_entries(item), None) is not None


def folder_of(address: str) -> str:
    """Return the folder that a page's address stands for, in either edition: `vaerdier/index.html` and `vaerdier/` are
    one."""
    stem = address.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return f"{stem}/" if stem else ""


def around(address: str) -> Iterator[str]:
    """Yield the folders that a page lies in, from the innermost."""
    folder = folder_of(address)
    while folder := folder[:-1].rpartition("/")[0]:
        folder += "/"
        yield folder


def _door(item: object) -> Door | None:
    """Return the door of an item of the nav, or None for one that leads nowhere."""
    entries = tuple(_entries(item))
    if not entries:
        return None
    first = next((one for one in entries if not is_outside(one.address)), entries[0])
    if isinstance(item, Section):
        return Door(item.title, first.address, entries)
    return Door(first.title, first.address, entries if isinstance(item, Page) else ())


def _entries(item: object, sections: tuple[str, ...] = ()) -> Iterator[NavLink]:
    """Yield the links of an item of the nav, and of everything below it. `sections` are those around it."""
    inside = " / ".join(sections[1:])
    if isinstance(item, Page):
        yield NavLink(unescape(str(item.title)), item.url, section=inside)  # MkDocs has the titles of pages as HTML
    elif isinstance(item, Link):
        yield NavLink(item.title or _name_of(item.url), item.url, section=inside)
    elif isinstance(item, Section):
        for child in item.children:
            yield from _entries(child, (*sections, item.title))


def _name_of(address: str) -> str:
    """Return what a link to another site is called where nav does not say: its address, as people say it."""
    return address.partition("//")[2].removesuffix("/") or address


def _top(address: str) -> str:
    """Return the first folder of an address; "" for the front page."""
    return folder_of(address).partition("/")[0]
