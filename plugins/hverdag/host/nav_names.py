"""What nav and other plugins call our pages: by folder and file, as though they lay in docs/."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..features.registry import registry
from ..pipeline.on_request import Site
from .pages import source_name
from .redirects import name_targets

_QUIET = 10  # logging.DEBUG: dead links are found by verify, in the finished site and in the reader's language


def name_pages(config: MkDocsConfig, site: Site) -> dict[str, str]:
    """Have nav and redirects lead to our pages, and return what nav calls them, by the names that MkDocs knows them by.

    In nav, pages that list documents of a kind are `values/index.md`, `stories/index.md` and so on, whatever folders
    the handbook has for them. What leads nowhere is told by us.
    """
    config.validation.nav.not_found = config.validation.links.not_found = _QUIET
    config.validation.links.unrecognized_links = _QUIET
    config.validation.links.anchors = _QUIET
    labels: dict[str, str] = {}
    home = home_of(site)
    config.nav = _homed(config.nav, home, labels)
    name_targets(config, home)
    return labels


def home_of(site: Site) -> Callable[[str], str | None]:
    """Return what tells the name MkDocs knows a page of ours by, from what nav calls it: `stories/index.md`, whatever
    folder the handbook has for stories, or the target of another page that is made, as `themes/index.md`."""
    lists = [kind for kind in registry().kinds if not kind.is_in_docs]
    homes = {f"{kind.folder}index.md": f"{kind.address_home(site.settings)}/index.md" for kind in lists}
    at = site.plan.addresses.by_target

    def home(named: str) -> str | None:
        address = at.get(named) or at.get(named.removesuffix("index.md")) or at.get(f"{named}/")
        return homes.get(named) or (source_name(address) if address else None)

    return home


def _homed(nav: Any, home: Callable[[str], str | None], labels: dict[str, str]) -> Any:
    """Return a nav with the addresses of pages that are made, and note their labels."""
    if isinstance(nav, list):
        return [_homed(item, home, labels) for item in nav]
    if isinstance(nav, dict):
        for label, item in nav.items():
            name = home(item) if isinstance(item, str) else None
            if name:
                labels[name] = label
        return {label: _homed(item, home, labels) for label, item in nav.items()}
    return (home(nav) or nav) if isinstance(nav, str) else nav
