"""The MkDocs adapter, thin: hands MkDocs finished pages, and takes a finished site back.

MkDocs sees a page without source for each of ours; its text is set in just before the frame, after Markdown and
macros, so that nothing an extension or a macro does can reach what was checked.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..model.artifact import Progress
from ..model.message import message
from ..model.problem import Problem
from ..model.search import FoundPage
from ..parse.pages import PageReader
from ..pipeline.on_request import Site
from ..pipeline.show import show
from ..privacy import masked
from ..publish.cache.folder import cache_folder
from ..publish.pictures import Pictures
from .adapted import adapt
from .choice import is_in_site
from .compiled import compiled_templates
from .config_file import root_of
from .cross_references import without_marks
from .edit_links import edit_address
from .frame import frame_of
from .macros import Macros
from .nav_faults import nav_faults
from .neighbours import Neighbours
from .options import HverdagConfig, options_seen_to
from .our_files import add_ours
from .own_frame import OwnFrame
from .pages import FinishedPage, escape_fields
from .pictures import clean_pictures
from .plain_build import LAST, PlainBuild, close, end_in_words
from .plugin_life import told_in_words
from .preview.reading import previewed, watched
from .preview.server import guard
from .quiet import cover_logs
from .redirects import without_scripts
from .search import written_page
from .site_frame import SiteFrame
from .site_settings import settled
from .small_pages import write_small_pages
from .theme_pages import ThemePages


@options_seen_to
class HverdagPlugin(ThemePages, BasePlugin[HverdagConfig]):  # type: ignore[no-untyped-call]
    """Sets the publication's pages into MkDocs' build."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.progress: Progress = lambda *_: None
        self.problems: list[Problem] = []
        self.sources: dict[str, str] = {}
        self._command, self._given, self._done = "build", False, 0
        self._plain: PlainBuild | None = None
        self._ended: list[Problem] | None = None
        self.written: dict[str, FoundPage] = {}
        self._read: Callable[[str], None] = lambda _: None
        self._frame: OwnFrame | SiteFrame
        self._nav: Navigation
        self._macros: Macros
        self._neighbours: Neighbours
        self._pages: PageReader

    def give(self, site: Site, progress: Progress, read: Callable[[str], None] | None = None) -> None:
        """Take a site that was rendered already, or, in a preview, one whose hand-written page at an address `read` has
        read. MkDocs keeps this object for later builds of the process."""
        self.site, self.progress, self._given, self.problems, self.sources = site, progress, True, [], {}
        self._command, self._read = "serve" if read else "build", read or (lambda _: None)

    @event_priority(-LAST)
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command this is: in a preview, faults are shown instead of stopping."""
        self._command = command
        self._ended = None if self._given else told_in_words(root_of(self.config))
        cover_logs()

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the publication and dress the theme. Outside a preview, an error ends the build here."""
        if not self._given and self._serving:
            self.site = previewed(root_of(config), self.site)
        elif not self._given:
            self._plain = PlainBuild(root_of(config), to_everyone=self._command == "gh-deploy")
            self.site = self._plain.begin(config)
        site = self._rendered_site()
        met = settled(config, site.publication.handbook, told=self._given)
        self.sources, self._done, self.written = {}, 0, {}
        self._pages = PageReader(site.publication.root, site.publication.handbook.files)
        self._frame = (SiteFrame if is_in_site(config, site) else OwnFrame)(config, site)
        self._macros = Macros(site, self._frame.piece)
        adapt(config, site, self._tell, self.sources)
        self.problems, self._neighbours = self._macros.problems, Neighbours(config, self._tell)
        self._macros.register(config)
        self._tell(met)
        return config

    @event_priority(LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """See that no other plugin has MkDocs empty the folder that readers see."""
        if self._plain:
            self._plain.keep_beside(config)

    @event_priority(50)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and files to MkDocs' own, before other plugins look at what there is."""
        return add_ours(files, self._rendered_site, self._frame.labels, config, with_problems=self._serving)

    @event_priority(-50)
    def _clean_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make clean copies of pictures, also of those that other plugins have added."""
        self._frame.take_files(files, config)
        self._tell(list(clean_pictures(files, Pictures(cache_folder()))))
        return files

    on_files = CombinedEvent(_add_files, _clean_files)

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember what the doors are made of, which have their titles later, and tell where they are too many."""
        self._nav = nav
        site = self._rendered_site()
        self._tell([*nav_faults(nav, files, site), *self._frame.place(nav, files, site)])
        return nav

    def _tell(self, met: list[Problem]) -> None:
        """Tell problems where this build tells them: a preview on its page, and any other at its end."""
        if met and self._serving:
            self.site = self._rendered_site().with_met(met)
        self.problems += met

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Note which page is at work, for errors, and give its edit link."""
        source = page.own.source if isinstance(page, FinishedPage) else f"docs/{page.file.src_uri}"
        self.sources[page.file.dest_uri] = source or page.file.src_uri
        self._macros.begin()
        if isinstance(page, FinishedPage) or isinstance(self._frame, OwnFrame):
            page.edit_url = edit_address(page, self._rendered_site(), source)
        return page

    @event_priority(-90)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell what is wrong with a page's macros; in a preview, in the page's place."""
        text, faults = self._macros.looked_at(markdown, page)
        self.site = self._rendered_site().with_met(self._macros.met if self._serving else ())
        if text and not (faults and self._serving):
            return text
        told = show(self._rendered_site().publication, faults, "part") if self._serving else ""
        return f"# {page.file.src_uri}\n\n{self._macros.slot(told)}\n"

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set what the macros stand for into hand-written pages; no other plugin comes after. A page that holds what it
        may not is told of, and only that is shown in its place."""
        if isinstance(page, FinishedPage):
            self._frame.known(page)
            return html
        escape_fields(page)
        site, publication = self._rendered_site(), self._rendered_site().publication
        written = without_marks(self._macros.left_out(html), config)
        if refused := self._pages.refused_in(written, f"docs/{page.file.src_uri}"):
            self._tell(refused)
            html = show(publication, refused, "part") if self._serving else html
        html = masked(html) if self._serving or publication.errors else html  # search would remember it
        if found := written_page(page, html):
            self.written[page.url] = found
        shown = self._macros.set_in(self._frame.written(html, publication.language))
        return self._frame.piece(site.languages.links(page.url)) + shown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme what it shows on every page."""
        self._neighbours.know(files)
        site = self._rendered_site()
        env.globals["hverdag"] = frame_of(site, self._nav, files, config, self._linked, is_served=self._serving)
        env.bytecode_cache = compiled_templates()
        self._frame.make_ready(env, config, lambda problem: self._tell([problem]))
        return env

    @event_priority(100)
    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Let the site's search, before any other plugin, see what it may find a page of ours by."""
        if isinstance(page, FinishedPage):
            self._frame.shown(page)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Show progress. In a preview, where faults do not stop, personal numbers are covered."""
        output = self._frame.finished(output, page.file.src_uri)
        self._done += 1
        self.progress(self._done, len(self.sources), message("Pages"))
        return masked(output) if self._serving else output

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what search looks in, and the small pages, which no page links to. Then the site is whole, and passes
        the gates, unless `hverdag build` will see to that."""
        self._tell([*self._rendered_site().macros.kit.problems])
        self._frame.write_search(self.written.values(), config)
        write_small_pages(self._rendered_site().artifacts, Path(config.site_dir))
        without_scripts(config)
        if self._plain:
            self._plain.end(config, self.problems, self.sources, at_once=self._ended is None)

    def write_search(self, pages: list[Page], config: MkDocsConfig) -> None:
        """Write what search looks in, with these pages, in this order."""
        self._frame.write_search_anew(
            [self.written[page.url] for page in pages if page.url in self.written], pages, config
        )

    def _linked(self, address: str) -> Iterable[str]:
        """Return the addresses that the macros on a hand-written page link to."""
        self._read(address)
        return self._rendered_site().macros.linked(address)

    @event_priority(LAST)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing of a build that failed, and end in words that an editor can read. Raises Abort."""
        if not (self._given or self._serving):
            end_in_words(error, self._plain, self.problems)

    @event_priority(LAST)
    def on_shutdown(self) -> None:
        """Publish what was found sound, now that no other plugin can fail, and leave nothing of anything else."""
        close(self._plain, self._ended or [], root_of(self.config))

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Build again when a document changes; MkDocs itself watches docs/."""
        for folder in watched(root_of(config)):
            server.watch(folder)
        guard(server)
        return server

    @property
    def _serving(self) -> bool:
        return self._command == "serve"

    def _rendered_site(self) -> Site:
        assert self.site is not None, "on_config comes first"  # noqa: S101
        return self.site
