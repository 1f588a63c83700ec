"""What nav in mkdocs.yml names and is not there."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section

from ..model.message import message
from ..model.problem import Parameter, Problem
from ..model.suggest import suggestion
from ..pipeline.on_request import Site
from .nav_pages import name_our_pages
from .pages import FinishedFile
from .setting_faults import refused

INDEX = "index.md"


def nav_faults(nav: Navigation, files: Files, site: Site) -> Iterator[Problem]:
    """Yield a problem for each link of a nav that leads to no page of the site, and take it out of the nav: it would be
    a dead link on every page. Links that name pages of ours lead to them before."""
    name_our_pages(nav, files, site)
    for link in list(_dead(nav.items)):
        near = _meant(link.url, files, site)
        detail = message('there is no page "{given}" for nav to lead to.', given=link.url)
        advice = message("Write the path of a page in docs/, or values/index.md, stories/index.md and the like.")
        yield refused(site.publication.root, detail, advice, "nav", link.url, **near)
    nav.items = _without_dead(nav.items)


def _meant(given: str, files: Files, site: Site) -> dict[str, Parameter]:
    """Return the page that was meant, by its address or a name like it."""
    at = site.plan.addresses.by_target
    lists = {target: f"{target}{INDEX}" for target in at if target.endswith("/")}
    folder = f"{given.removesuffix(INDEX).removesuffix('.md').strip('/')}/"
    by_address = {at[target]: name for target, name in lists.items()}
    exact = lists.get(folder) or by_address.get(folder)
    written = [file.src_uri for file in files.documentation_pages() if not isinstance(file, FinishedFile)]
    return {"suggestion": exact} if exact else suggestion(given, [*lists.values(), *written])


def _is_dead(item: object) -> bool:
    if not isinstance(item, Link):
        return False
    parts = urlsplit(item.url)
    return not (parts.scheme or parts.netloc or item.url.startswith(("/", "#")))


def _dead(items: Iterable[StructureItem]) -> Iterator[Link]:
    for item in items:
        if isinstance(item, Section):
            yield from _dead(item.children)
        elif isinstance(item, Link) and _is_dead(item):
            yield item


def _without_dead(items: Iterable[StructureItem]) -> list[StructureItem]:
    for item in items:
        if isinstance(item, Section):
            item.children = _without_dead(item.children)
    return [item for item in items if not _is_dead(item)]
