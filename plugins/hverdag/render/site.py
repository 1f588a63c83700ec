"""Everything the site is made of, from its chapters: pages, files, and what hand-written pages may ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from ..locale import catalogue
from ..model.artifact import Artifact, Paper, Reprint, WebPage, WordFile
from ..model.chapters import Site
from ..model.problem import Problem, Rule
from .draw import DrawRenderer
from .fragments import Fragments
from .goals import GoalRenderer
from .guides import GuideRenderer
from .paper import PaperRenderer
from .paper_parts import PaperParts
from .printed import printed_papers
from .short import ShortRenderer
from .style import style
from .web import WebRenderer
from .word_file import word_file


@dataclass(frozen=True)
class Rendered:
    """Everything a site is made of: pages, files, what is yet to be set on paper, and what hand-written pages may ask
    for. `problems` are texts that paper has no form for."""

    pages: tuple[WebPage, ...]
    artifacts: tuple[Artifact, ...]
    papers: tuple[Paper, ...]
    reprints: tuple[Reprint, ...]
    documents: tuple[WordFile, ...]
    fragments: Fragments
    problems: tuple[Problem, ...] = ()


def render_site(site: Site, root: Path, language: str, rules: Mapping[str, Iterable[Rule]]) -> Rendered:
    """Render a site in one language. `root` is the publication's folder."""
    words = catalogue(language)
    renderer = WebRenderer(site, words)
    parts = PaperParts(site, words)
    short = ShortRenderer(renderer)
    guides, draw, paper = GuideRenderer(renderer), DrawRenderer(renderer), PaperRenderer(parts)
    media = [Artifact(site.addresses.by_target[path], root / path) for path in site.media]
    papers = tuple(paper.paper(guide, paper.data(guide)) for guide in site.guides)
    printed = tuple(printed_papers(site.printed, parts))
    return Rendered(
        pages=(*renderer.pages(), *GoalRenderer(renderer).pages(), *guides.pages(), *draw.pages()),
        artifacts=(*style(site.handbook.values), *media, *guides.artifacts(), *draw.artifacts(), *short.artifacts()),
        papers=(*papers, *(one for one in printed if isinstance(one, Paper))),
        reprints=tuple(one for one in printed if isinstance(one, Reprint)),
        documents=tuple(map(word_file, site.guides, papers, repeat(root))),
        fragments=Fragments(renderer, rules),
        problems=tuple(parts.problems),
    )
