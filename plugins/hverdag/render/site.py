"""Everything the site is made of, from its chapters: pages, files, and what hand-written pages may ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from ..locale import catalogue
from ..model.artifact import Artifact, DerivedPdf, Paper, WebPage, WordFile
from ..model.chapters import Site
from ..model.problem import Problem, Rule
from ..paper.shared import PaperParts
from ..web.assets import style
from .draw import DrawRenderer
from .fragments import Fragments
from .goals import GoalRenderer
from .gone import GoneRenderer
from .guides import GuideRenderer
from .paper import PaperRenderer
from .printed import printed_papers
from .protection import ProtectionRenderer
from .short import ShortRenderer
from .web import WebRenderer
from .word_file import word_file


@dataclass(frozen=True)
class Rendered:
    """Everything a site is made of: pages, files, what is yet to be set on paper, and what hand-written pages may ask
    for. `problems` are texts that paper has no form for."""

    pages: tuple[WebPage, ...]
    artifacts: tuple[Artifact, ...]
    papers: tuple[Paper, ...]
    reprints: tuple[DerivedPdf, ...]
    documents: tuple[WordFile, ...]
    fragments: Fragments
    problems: tuple[Problem, ...] = ()


def render_site(
    site: Site, media: Mapping[str, bytes | Path], language: str, rules: Mapping[str, Iterable[Rule]]
) -> Rendered:
    """Render a site in one language. `media` are its pictures and recordings as readers may have them, by their paths
    in the publication; one that is not there is left out."""
    words = catalogue(language)
    renderer = WebRenderer(site, words)
    parts = PaperParts(site, words)
    short = ShortRenderer(renderer)
    guides, draw, paper = GuideRenderer(renderer), DrawRenderer(renderer), PaperRenderer(parts)
    heard_and_seen = [
        Artifact(site.addresses.by_target[path], held, site.story_codes(path)) for path, held in media.items()
    ]
    papers = tuple(paper.paper(guide, paper.data(guide)) for guide in site.guides)
    printed = tuple(printed_papers(site.printed, parts))
    return Rendered(
        pages=(
            *renderer.pages(),
            *GoneRenderer(renderer).pages(),
            *GoalRenderer(renderer).pages(),
            *guides.pages(),
            *draw.pages(),
            ProtectionRenderer(renderer, rules).page(),
        ),
        artifacts=(
            *style(site.handbook.values),
            *heard_and_seen,
            *guides.artifacts(),
            *draw.artifacts(),
            *short.artifacts(),
        ),
        papers=(*papers, *(one for one in printed if isinstance(one, Paper))),
        reprints=tuple(one for one in printed if isinstance(one, DerivedPdf)),
        documents=tuple(map(word_file, site.guides, papers, repeat(media))),
        fragments=Fragments(renderer, rules),
        problems=tuple(parts.problems),
    )
