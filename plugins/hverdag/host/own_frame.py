"""The handbook's own frame: a small book, with Material's style sheet and nothing else of its theme."""

from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..locale import catalogue
from ..model.problem import Problem
from ..model.search import FoundPage
from ..pipeline.on_request import Site
from ..web.own_look import take_over
from .config_file import door_hints
from .frame import dress
from .pages import FinishedPage, without_sides
from .search import is_searched, write_search
from .tables import named_tables
from .theme_files import give_back, take_style_sheet


class OwnFrame:
    """What is done at each step of a build for pages that stand in our own frame."""

    def __init__(self, config: MkDocsConfig, site: Site) -> None:
        """Dress the theme."""
        self._site = site
        self.labels = dress(config, site)

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Take what is published of the theme."""
        take_style_sheet(files, config)

    def place(self, nav: Navigation, files: Files, site: Site) -> Iterable[Problem]:
        """Yield what is to be said of a nav."""
        return door_hints(site.publication.root, nav)

    def known(self, page: FinishedPage) -> None:
        """There is nothing to do: a page of ours is drawn without a list of what it holds."""

    def shown(self, page: FinishedPage) -> None:
        """There is nothing to do: no other plugin is to see what a page of ours holds."""

    def written(self, html: str, language: str) -> str:
        """Return a hand-written page as it may stand in our frame."""
        return named_tables(without_sides(html), catalogue(language).say("Table"))

    def piece(self, html: str) -> str:
        """Return what a macro gives, as it stands in a hand-written page."""
        return html

    def make_ready(self, env: Environment, config: MkDocsConfig, tell: Callable[[Problem], None]) -> None:
        """Let the theme find Material's templates, and those of the organisation's own."""
        give_back(env, config)
        take_over(env, self._site.publication.look, tell)

    def finished(self, output: str, _: str) -> str:
        """Return the HTML of a page as it is published."""
        return output

    def write_search(self, written: Iterable[FoundPage], config: MkDocsConfig) -> None:
        """Write what our own search looks in, with the words of these hand-written pages."""
        if is_searched(config):
            write_search(self._site, [*written], Path(config.site_dir))

    def write_search_anew(self, written: Iterable[FoundPage], _: Iterable[Page], config: MkDocsConfig) -> None:
        """Write the same."""
        self.write_search(written, config)
