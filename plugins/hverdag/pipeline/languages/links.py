"""What leads from the site in one language to the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from ...model.addresses import in_a_file
from ...model.artifact import INDEX, WebPage
from ...model.build_target import BuildTarget
from ...model.language import Language, with_mark
from ...web.languages import Elsewhere, language_links
from ..plan import SitePlan

if TYPE_CHECKING:
    from .sites import OtherSite

_TEXT = ".md"


@dataclass(frozen=True)
class SiteLanguages:
    """The languages of a site beside its own: `others` are the sites that lie in its folders, and `fronts` their front
    pages. `elsewhere` are the same pages in them, by the address of the page here. `files` are those of their files
    that pages here may link to. `mark` is the mark of this site's own texts, if it lies in a folder of another."""

    others: "tuple[OtherSite, ...]" = ()
    fronts: tuple[Elsewhere, ...] = ()
    elsewhere: Mapping[str, tuple[Elsewhere, ...]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    mark: Language | None = None

    def links(self, address: str) -> str:
        """Return the HTML that leads from the page at an address to the same page in other languages; an empty string
        if there are none."""
        return language_links(address, self.elsewhere.get(address, ()), f"{self.mark}/" if self.mark else "")

    def led_on(self, page: WebPage) -> WebPage:
        """Return a page with the links to itself in other languages."""
        links = self.links(page.address)
        return replace(page, content=f"{links}{page.content}") if links else page

    def path(self, path: str) -> str:
        """Return where the file of a text lies, by its path in its own language."""
        return with_mark(path, self.mark) if self.mark and path.endswith(_TEXT) else path


ONE_LANGUAGE = SiteLanguages()
"""What most sites have."""


class LaidOut(Protocol):
    """A publication that was laid out, rendered or not."""

    @property
    def plan(self) -> SitePlan:
        """What is to be rendered."""
        ...

    @property
    def target(self) -> BuildTarget:
        """Where it is to be read."""
        ...


def tied(site: LaidOut, others: Mapping[Language, LaidOut]) -> tuple[SiteLanguages, Mapping[Language, SiteLanguages]]:
    """Return what leads from a site to those in other languages, which lie in its folders, and from each of them to
    it."""
    own, language = _pages(site), site.plan.settings.language
    elsewhere: dict[str, tuple[Elsewhere, ...]] = {}
    ties = {}
    for mark, other in others.items():
        theirs = {name: address for name, address in _pages(other).items() if name in own}
        back = {address: (Elsewhere(language, f"../{own[name]}"),) for name, address in theirs.items()}
        front = Elsewhere(language, f"../{_front(site)}")
        files = frozenset(_file(one.address) for (one,) in (*back.values(), (front,)))
        ties[mark] = SiteLanguages((), (front,), back, files, mark)
        for name, address in theirs.items():
            found = Elsewhere(mark, f"{mark}/{address}")
            elsewhere[own[name]] = (*elsewhere.get(own[name], ()), found)
    fronts = tuple(Elsewhere(mark, f"{mark}/{_front(other)}") for mark, other in others.items())
    files = frozenset(_file(one.address) for found in (*elsewhere.values(), fronts) for one in found)
    return SiteLanguages((), fronts, elsewhere, files), ties


def _pages(site: LaidOut) -> dict[str, str]:
    """Return the address of each page of a text that may be read, by what is the same in every language: the code of
    the text, or the path of its file."""
    handbook, at = site.plan.shown.handbook, site.plan.addresses.by_target
    closed = {notice.address for notice in site.plan.notices} | set(site.plan.lost)
    names = {document.path: document.code or document.path for document in handbook.documents}
    same = {page.path: f"docs/{page.same_as}" for page in handbook.pages if page.same_as}
    names |= {path: same.get(path, path) for path in handbook.page_paths}
    return {name: at[path] for path, name in names.items() if path in at and at[path] not in closed}


def _front(site: LaidOut) -> str:
    return "" if site.target is BuildTarget.SERVER else in_a_file("")


def _file(address: str) -> str:
    return f"{address}{INDEX}" if not address or address.endswith("/") else address
