"""A page that MkDocs need not read or convert: its text is finished."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from html import escape, unescape
from typing import Any

import markupsafe
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import weak_property

from ..features.registry import registry
from ..locale import catalogue
from ..model.artifact import INDEX, WebPage
from ..model.files import is_left_by_system
from ..model.language import language_mark
from ..pipeline.on_request import Site
from ..pipeline.read import ReadPublication
from ..pipeline.show import faulty_pages, show
from ..web.framed import (
    ADDRESS,
    CLOSE,
    CONTENT,
    DESCRIPTION,
    EDIT,
    OPEN,
    TITLE,
    FramedPage,
    page_texts,
    set_into,
    shape,
)
from ..web.site_look import without_sheets

PROBLEM_ADDRESS = "problemer/"

_SIDE = re.compile(r'(<t[hd]) style="text-align: (left|center|right);">')


def pages_of_problems(publication: ReadPublication, site: Callable[[], Site]) -> dict[str, Callable[[], WebPage]]:
    """Return what makes a preview's page of all problems, those that `site` has met when it is made, and its pages in
    the place of faulty stories, by their addresses."""
    made: dict[str, Callable[[], WebPage]] = {page.address: partial(_same, page) for page in faulty_pages(publication)}
    return {**made, PROBLEM_ADDRESS: lambda: _page_of_problems(site())}


def _same(page: WebPage) -> WebPage:
    return page


def _page_of_problems(site: Site) -> WebPage:
    title = catalogue(site.publication.language).say("What must be corrected")
    return WebPage(PROBLEM_ADDRESS, title, f"<h1>{title}</h1>{show(site.publication, site.problems, 'part')}")


def source_name(address: str) -> str:
    """Return the name MkDocs knows a page by: `vaerdier/tillid/` and `vaerdier/tillid.html` are `vaerdier/tillid.md`, a
    list is its folder's index."""
    if address.endswith(".html"):
        return f"{address.removesuffix('.html')}.md"
    path = address.rstrip("/")
    return f"{path}.md" if "/" in path else f"{path}/index.md"


def keep_inside(file: File) -> None:
    """Raise PluginError if a page would be written outside the site. The check of addresses has refused it before."""
    if file.dest_uri.startswith("/") or ".." in file.dest_uri.split("/"):
        raise PluginError(file.dest_uri)


class FinishedFile(File):
    """The file of one of our pages as MkDocs knows it. The page is made when it is looked at: a preview has thousands,
    and shows one."""

    def __init__(self, address: str, make: Callable[[], WebPage], label: str, config: MkDocsConfig) -> None:
        """Make what `File.generated` makes, in a third of the time. `make` returns the page, and `label` is its title
        in the nav, if it has one there."""
        self.src_uri = source_name(address)
        self.dest_uri = f"{address}{INDEX}" if address.endswith("/") else address
        self.src_dir = None
        self.dest_dir = config.site_dir
        self.use_directory_urls = config.use_directory_urls
        self.inclusion = InclusionLevel.NOT_IN_NAV
        self.generated_by = config.plugins._current_plugin or "<unknown>"
        self._content = ""
        self._page: Page | None = None
        self._new_page = partial(FinishedPage, make, label, self, config)

    @cached_property
    def abs_src_path(self) -> None:
        """None: it lies nowhere."""
        return

    @property
    def page(self) -> Page:
        """The page."""
        return self._page or self._new_page()

    @page.setter
    def page(self, page: Page) -> None:
        self._page = page

    def is_documentation_page(self) -> bool:
        """Return True."""
        return True


def escape_fields(page: Page) -> None:
    """Make HTML of what the theme shows of a hand-written page's title and description: Material's templates do not
    escape, and a title that is a heading is HTML already."""
    title = str(page.title or "")
    is_heading = "title" not in page.meta
    page.title = markupsafe.escape(unescape(title) if is_heading else title)
    for name in ("title", "description"):
        if page.meta.get(name) is not None:
            page.meta[name] = markupsafe.escape(str(page.meta[name]))


def without_sides(html: str) -> str:
    """Return a hand-written page with the sides of its tables' columns as classes: Python-Markdown writes them as style
    attributes, which a server may forbid."""
    return _SIDE.sub(r'\1 class="hv-\2">', html)


class FinishedPage(Page):
    """One of our pages as MkDocs knows it.

    MkDocs and its plugins see an empty page; it is set into its frame after them (theme/finished.html). So no Markdown
    extension and no macro ever meets what was checked.
    """

    def __init__(self, make: Callable[[], WebPage], label: str, file: File, config: MkDocsConfig) -> None:
        """Make a page that is rendered when it is asked for. `label` is its title in the nav, if it has one there."""
        super().__init__(None, file, config)
        self._make = make
        self.label = label
        self._before: tuple[str, str | None, str | None, dict[str, Any]] | None = None

    @cached_property
    def own(self) -> WebPage:
        """The page itself."""
        own = self._make()
        return replace(own, title=self.label or own.title)

    def show(self, html: str) -> None:
        """Take what stands in the frame of a site: no plugin sees the page from here on."""
        self.content = without_sheets(html)

    def call(self, label: str) -> None:
        """Give the page the title that a nav has for it."""
        self.label = label
        self.forget()

    def forget(self) -> None:
        """Have the page made anew when it is looked at again."""
        vars(self).pop("own", None)

    @weak_property
    def title(self) -> str:
        """The title in HTML: Material's templates do not escape."""
        return escape(self.label or self.own.title)

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the frame what it needs; there is no source to read."""
        self.markdown = ""
        self.meta = {
            "title": self.title,
            "description": escape(self.own.description),
            "template": "finished.html",
            "search": {"exclude": True},  # its words are in our own index
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to convert."""
        self.content, self.toc = "", TableOfContents([])
        self.present_anchor_ids = set(self.own.anchors)

    @property
    def shape(self) -> str:
        """Return which optional parts of a frame the page has. Pages with the same parts share a frame."""
        return shape(self._texts())

    def show_slots(self) -> None:
        """Put slots in the place of the page's texts, while its frame is drawn."""
        if self._before:  # an own template has failed, and the frame is drawn again without it
            self.show_itself()
        slots = {name: f"{OPEN}{name}{CLOSE}" if text else "" for name, text in self._texts().items()}
        self._before = (self.title, self.canonical_url, self.edit_url, dict(self.meta))
        self.title = self.meta["title"] = slots[TITLE]
        self.meta["description"] = slots[DESCRIPTION]
        self.canonical_url = slots[ADDRESS] or None
        self.edit_url = slots[EDIT] or None
        self.content = slots[CONTENT]

    def show_itself(self) -> None:
        """Put the page's own texts back: other pages' frames name it too."""
        if self._before:
            self.title, self.canonical_url, self.edit_url, self.meta = self._before
        self._before = None

    def set_into(self, frame: str) -> str:
        """Return the frame with the page's texts in their slots."""
        return set_into(frame, self._texts())

    def framed(self, frame: str, *, is_in_nav: bool) -> FramedPage:
        """Return the page's frame with what MkDocs has added to the page."""
        shown = self.label or self.own.title if is_in_nav else ""
        return FramedPage(frame, self.label, shown, self.canonical_url or "", escape(self.edit_url or ""))

    def _texts(self) -> dict[str, str]:
        texts = page_texts(self.own, self.label, self.canonical_url or "", escape(self.edit_url or ""))
        return {**texts, TITLE: str(self.meta["title"]), DESCRIPTION: str(self.meta["description"])}


def finished_page(address: str, make: Callable[[], WebPage], labels: Mapping[str, str], config: MkDocsConfig) -> File:
    """Return the file of a page of ours, as MkDocs knows it. `make` returns the page, and `labels` are mkdocs.yml's own
    titles, by name."""
    file = FinishedFile(address, make, labels.get(source_name(address), ""), config)
    keep_inside(file)
    return file


def is_not_for_mkdocs(path: str) -> bool:
    """Return True for a file in docs/ that is a document of ours or in another language, or that a system has left
    there."""
    is_ours = registry().kind_of(f"docs/{path}") is not None or language_mark(path) is not None
    return is_ours or any(map(is_left_by_system, path.split("/")))
