"""Plugins that make a nav of files beside the pages, as awesome-pages does of `.pages` and awesome-nav of `.nav.yml`.
Our lists may be named there as in mkdocs.yml, and such a file is not taken for what a system has left."""

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section

from ..pipeline.on_request import Site
from .nav_names import home_of
from .pages import FinishedFile, FinishedPage

_MAKERS = ("awesome-pages", "awesome-nav")


def nav_files(config: MkDocsConfig) -> frozenset[str]:
    """Return the names of the files that a plugin makes the nav of."""
    plugins: Iterable[Any] = (config.plugins.get(name) for name in _MAKERS)
    return frozenset(str(plugin.config["filename"]) for plugin in plugins if plugin)


def name_our_pages(nav: Navigation, files: Files, site: Site) -> None:
    """Put our pages in the place of links that name them: `values/index.md` or `values/`."""
    home = home_of(site)

    def page(named: str) -> FinishedPage | None:
        name = home(named) or home(f"{named.removesuffix('index.md').removesuffix('.md').strip('/')}/")
        file = files.get_file_from_path(name) if name else None
        found = file.page if isinstance(file, FinishedFile) else None
        return found if isinstance(found, FinishedPage) else None

    nav.items = _named(nav.items, page, nav, None)


def _named(
    items: Iterable[StructureItem],
    page: Callable[[str], FinishedPage | None],
    nav: Navigation,
    parent: Section | None,
) -> list[StructureItem]:
    named: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            item.children = _named(item.children, page, nav, item)
        ours = page(item.url) if isinstance(item, Link) else None
        if isinstance(item, Link) and ours:
            ours.call(item.title)
            ours.parent = parent
            nav.pages.append(ours)
        named.append(ours or item)
    return named
