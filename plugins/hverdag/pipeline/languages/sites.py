"""The sites of a publication in its other languages: rendered, tied to the first one, and staged in its folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ...model.artifact import Progress
from ...model.manifest import NAME
from ...model.problem import Problem
from ...parse.manifest import read_manifest
from ...parse.publication import MKDOCS
from ...reports.manifest import manifest_text
from .. import gates
from ..proposal import InProposal, refused_in_proposal
from ..read import ReadPublication
from ..render import RenderedSite, render
from ..result import SiteRenderer
from .links import SiteLanguages, tied
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
    rendered = {one.language: render(read, today, **how) for one, read in zip(publication.others, reads, strict=True)}
    own, ties = tied(site, rendered)
    others = tuple(OtherSite(one, _with(rendered[one.language], ties[one.language])) for one in publication.others)
    return _with(site, replace(own, others=others))


def _with(site: RenderedSite, languages: SiteLanguages) -> RenderedSite:
    return replace(site, languages=languages, pages=tuple(map(languages.led_on, site.pages)))


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
    if any(problem.source.path == MKDOCS and problem.is_error for problem in problems):  # it is told of once
        more = [problem for problem in more if problem.source.path != MKDOCS]
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
