"""The sites of a publication in its other languages: rendered, tied to the first one, and staged in its folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ...model.addresses import in_a_file
from ...model.artifact import INDEX, Progress, WebPage
from ...model.build_target import BuildTarget
from ...model.manifest import NAME
from ...model.problem import Problem
from ...parse.manifest import read_manifest
from ...reports.manifest import manifest_text
from ...web.languages import Elsewhere
from .. import gates
from ..proposal import InProposal, refused_in_proposal
from ..read import ReadPublication
from ..render import RenderedSite, render
from ..result import SiteRenderer
from .links import SiteLanguages
from .reading import OtherLanguage


@dataclass(frozen=True)
class OtherSite:
    """A publication in another language, rendered."""

    other: OtherLanguage
    site: RenderedSite

    @property
    def folder(self) -> str:
        """The folder that it has in the whole site, with a slash."""
        return f"{self.other.language}/"


def render_languages(publication: ReadPublication, today: date, **how: Any) -> RenderedSite:
    """Render a publication in all its languages, as `render` does with one: each page leads to the same in the
    others."""
    site = render(publication, today, **how)
    if not publication.others:
        return site
    reads = (replace(one.publication, look=publication.look) for one in publication.others)
    rendered = (render(read, today, **how) for read in reads)
    others = tuple(OtherSite(one, site) for one, site in zip(publication.others, rendered, strict=True))
    return _tied(site, others)


def _tied(site: RenderedSite, others: tuple[OtherSite, ...]) -> RenderedSite:
    pages = {other.other.language: _pages(other.site) for other in others}
    own, language = _pages(site), site.publication.handbook.settings.language
    tied = []
    for other in others:
        up = {name: Elsewhere(language, f"../{address}") for name, address in own.items()}
        theirs = {address: (up[name],) for name, address in pages[other.other.language].items() if name in up}
        front = (Elsewhere(language, f"../{_front(site)}"),)
        files = frozenset(f"../{_file(address)}" for address in (*own.values(), _front(site)))
        tied.append(replace(other, site=_with(other.site, SiteLanguages((), front, theirs, files, other.folder))))
    elsewhere: dict[str, tuple[Elsewhere, ...]] = {}
    for other in others:
        for name, address in pages[other.other.language].items():
            if name in own:
                found = Elsewhere(other.other.language, f"{other.folder}{address}")
                elsewhere[own[name]] = (*elsewhere.get(own[name], ()), found)
    fronts = tuple(Elsewhere(one.other.language, f"{one.folder}{_front(one.site)}") for one in others)
    files = frozenset(_file(one.address) for found in (*elsewhere.values(), fronts) for one in found)
    return _with(site, SiteLanguages(tuple(tied), fronts, elsewhere, files))


def _with(site: RenderedSite, languages: SiteLanguages) -> RenderedSite:
    pages = tuple(_led_on(page, languages) for page in site.pages)
    return replace(site, languages=languages, pages=pages)


def _led_on(page: WebPage, languages: SiteLanguages) -> WebPage:
    links = languages.links(page.address)
    return replace(page, content=f"{links}{page.content}") if links else page


def _pages(site: RenderedSite) -> dict[str, str]:
    """Return the address of each page of a text that may be read, by what is the same in every language: the code of
    the text, or the path of its file."""
    handbook, at = site.plan.shown.handbook, site.plan.addresses.by_target
    closed = {notice.address for notice in site.plan.notices} | set(site.plan.lost)
    names = {document.path: document.code or document.path for document in handbook.documents}
    names |= {path: path for path in handbook.page_paths}
    return {name: at[path] for path, name in names.items() if path in at and at[path] not in closed}


def _front(site: RenderedSite) -> str:
    return "" if site.target is BuildTarget.SERVER else in_a_file("")


def _file(address: str) -> str:
    return f"{address}{INDEX}" if not address or address.endswith("/") else address


def with_languages(
    problems: tuple[Problem, ...], site: RenderedSite, folder: Path, renderer: SiteRenderer, progress: Progress
) -> tuple[Problem, ...]:
    """Make the sites of the other languages in the folder of the first one, with what they tell of in its manifest.
    Returns the problems of all of them in reading order; `problems` are those of the first."""
    others = site.languages.others
    if isinstance(renderer, InProposal) and others:
        if any(refused_in_proposal(site.publication)):  # it is told of once
            return problems
        renderer = renderer.renderer
    more = [problem for one in others for problem in _staged(one, folder, renderer, progress)]
    return tuple(sorted((*problems, *more), key=lambda problem: problem.order)) if more else problems


def _staged(one: OtherSite, folder: Path, renderer: SiteRenderer, progress: Progress) -> Iterator[Problem]:
    home = folder / one.other.language
    home.mkdir(mode=0o700)
    problems = gates.looked_over(one.site, home, renderer(one.site, home, progress))
    known = one.site.publication.problems
    yield from one.other.told(problem for problem in problems if problem not in known)
    _merge_manifest(folder, one.folder)


def _merge_manifest(folder: Path, home: str) -> None:
    """Have the manifest of a whole site tell of what lies in the folder of a language too: what is taken back is looked
    for in one place."""
    whole, part = read_manifest(folder / NAME), read_manifest(folder / home / NAME)
    if whole and part:
        more = {f"{home}{path}": codes for path, codes in part.outputs.items()}
        text = manifest_text(replace(whole, outputs={**whole.outputs, **more}))
        (folder / NAME).write_text(text, encoding="utf-8")
        (folder / home / NAME).unlink()
