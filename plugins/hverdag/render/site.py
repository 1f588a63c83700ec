"""Everything the site is made of, from its chapters: pages, files, and what hand-written pages may ask for."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..locale import catalogue
from ..model.artifact import Artifact, WebPage
from ..model.chapters import Site
from ..model.problem import Rule
from .fragments import Fragments
from .style import style
from .web import WebRenderer


def render_site(
    site: Site, root: Path, language: str, rules: Mapping[str, Iterable[Rule]]
) -> tuple[list[WebPage], list[Artifact], Fragments]:
    """Return the pages, the files beside them, and the fragments, in one language."""
    renderer = WebRenderer(site, catalogue(language))
    pictures = [Artifact(site.addresses.by_target[path], root / path) for path in site.pictures]
    return list(renderer.pages()), [*style(site.handbook.values), *pictures], Fragments(renderer, rules)
