"""The frame of a site that exists already: its own theme, header, navigation and search. Our pages come in as pages of
it, and what is ours on a page looks like the rest of the site."""

import re
from collections.abc import Callable, Iterable
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..model.frame_choice import FrameChoice
from ..model.own_look import PAGES, SHEETS, own_path
from ..model.problem import Problem, Source
from ..model.search import FoundPage
from ..parse.pages.site import read_site
from ..pipeline.on_request import Site
from ..publish.server_rules import policy
from ..web.look_rules import OF_OWN_FRAME
from ..web.own_look import FRAME
from ..web.site_look import PART, site_style
from .nav_names import name_pages
from .nav_sections import folder_names, place_sections
from .pages import FinishedPage, source_name
from .search import search_plugins
from .site_text import headings, search_text

_TEMPLATES = Path(str(files_of("hverdag"))) / "host" / "site_page"
_HEAD = "<head>"
_ASKS = ' data-md-component="source"'
"""What has Material ask the forge of a site for the number of its stars: another computer would know who reads."""
_SHARE = re.compile(r"<a\b[^>]*\bdata-md-component=\"?search-share\b[^>]*>")
_NOWHERE = "javascript:void(0)"
"""Where Material's link for sharing a search leads until its script has said otherwise: no link of a site does so."""


class SiteFrame:
    """What is done at each step of a build for pages that stand in the frame of a site."""

    def __init__(self, config: MkDocsConfig, site: Site) -> None:
        """Make the theme ready. What it has of its own stays."""
        publication = site.publication
        self._look = publication.look
        self._address, self._style = site_style(site.assets.contents)
        self._folders = folder_names(config.nav, site)
        self._allowed = read_site(publication.root, publication.handbook.files).allowed
        self.labels = name_pages(config, site)
        config.site_url = config.site_url or site.settings.site_url
        config.theme["font"] = False  # Material asks Google for them
        config.theme.dirs.insert(0, str(_TEMPLATES))
        own = map(own_path, publication.look.named(SHEETS))
        config.extra_css = [self._address, *map(site.assets.asset, own), *config.extra_css]

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add our style sheet."""
        files.append(File.generated(config, self._address, content=self._style))

    def place(self, nav: Navigation, files: Files, site: Site) -> Iterable[Problem]:
        """Put our pages into a nav. There is nothing to say of it."""

        def page_of(address: str) -> Page | None:
            file = files.get_file_from_path(source_name(address))
            return file.page if file else None

        place_sections(nav, self._folders, site, page_of)
        return ()

    def known(self, page: FinishedPage) -> None:
        """Tell the theme which headings a page of ours has."""
        below = [AnchorLink(title, anchor, 2) for anchor, title in headings(page.own.content)]
        page.toc = TableOfContents([_with(AnchorLink(page.title, "content", 1), below)])

    def shown(self, page: FinishedPage) -> None:
        """Let plugins see what search may find a page of ours by; the page itself is set in after them."""
        page.meta["search"] = {"exclude": page.own.entry is None}
        page.content = search_text(page.own)

    def written(self, html: str, _: str) -> str:
        """Return a hand-written page as it is: it is the site's."""
        return html

    def piece(self, html: str) -> str:
        """Return what a macro gives, as it stands in a hand-written page."""
        return f'<div class="{PART}">{html}</div>' if html else ""

    def make_ready(self, _: Environment, __: MkDocsConfig, tell: Callable[[Problem], None]) -> None:
        """Tell which of the organisation's own templates have no place here: the theme is the site's."""
        for name in self._look.named(PAGES):
            if (FRAME / name).is_file():
                tell(OF_OWN_FRAME.at(Source(own_path(name)), better="frame: own"))

    def finished(self, output: str, source: str) -> str:
        """Return the HTML of a page as it is published: it says itself that nothing is asked of other computers, but
        where someone answers for a page that does."""
        output = _SHARE.sub(lambda link: link[0].replace(_NOWHERE, "#"), output.replace(_ASKS, ""))
        if f"docs/{source}" in self._allowed:
            return output
        told = policy(FrameChoice.SITE, is_sent=False)
        return output.replace(_HEAD, f'{_HEAD}<meta http-equiv="Content-Security-Policy" content="{told}">', 1)

    def write_search(self, _: Iterable[FoundPage], __: MkDocsConfig) -> None:
        """There is nothing to do: the site's own search has met every page."""

    def write_search_anew(self, _: Iterable[FoundPage], pages: Iterable[Page], config: MkDocsConfig) -> None:
        """Have the site's search find these pages alone, and write what it looks in: in a preview, few of them were
        drawn."""
        plugins: list[Any] = [config.plugins[name] for name in search_plugins(config)]
        for plugin in plugins:
            plugin.on_config(config)  # begins anew
        for page in pages:
            if isinstance(page, FinishedPage):
                self.shown(page)
            for plugin in plugins:  # which asks for neither context nor nav
                plugin.on_page_context({}, page=page, config=config, nav=None)
        for plugin in plugins:
            plugin.on_post_build(config=config)


def _with(above: AnchorLink, below: list[AnchorLink]) -> AnchorLink:
    above.children += below
    return above
