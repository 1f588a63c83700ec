"""A site through MkDocs, one file at a time, or the whole of it with the pages of ours set into a few frames. MkDocs
offers only builds that draw each page: the steps of one are private to it, and this module is the only one of ours that
calls them. They are taken in the order of `mkdocs.commands.build.build`.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands import build as steps
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from ..web.framed import FramedPage
from .neighbours import are_strangers
from .pages import FinishedFile, FinishedPage

_PLAIN = re.compile(r"[\w ,.?!:;()/–-]+")
"""Words that neither Markdown nor HTML makes anything else of."""


class Frames:
    """A site that MkDocs has made ready: nothing is read to its end or written before it is asked for."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Make a site ready. What MkDocs and its plugins raise is passed on."""
        plugins = config.plugins
        self.config = config = plugins.on_config(config)
        plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        self.files = plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        self._nav = plugins.on_nav(get_navigation(_Written(self.files), config), config=config, files=self.files)
        self._read: set[str] = set()
        self._named: set[str] = set()
        self._pages = {file.dest_uri: file for file in self.files.documentation_pages()}
        self._written = [_page(file, config) for file in self._pages.values() if not isinstance(file, FinishedFile)]
        rest = (file for file in self.files if not file.is_documentation_page())
        self._static = {file.dest_uri: file for file in rest if file.inclusion.is_included()}  # type: ignore[no-untyped-call]
        self._begin()
        self._env = plugins.on_env(env, config=config, files=self.files)

    def _begin(self) -> None:
        """Name the hand-written pages."""
        for page in self._written:
            self._name(page)

    def searched(self) -> list[Page]:
        """Return every page, in MkDocs' order."""
        return [_page(file, self.config) for file in self._pages.values()]

    def write(self, path: str) -> bool:
        """Write the file at a path of the site into its folder. Returns False if MkDocs knows none."""
        if found := self._pages.get(path):
            page = _page(found, self.config)
            if isinstance(page, FinishedPage):
                page.forget()  # the page of problems may have more to tell by now
            self.read(page)
            documents = self.files.documentation_pages()
            steps._build_page(page, self.config, documents, self._nav, self._env)
        elif path in self.config.theme.static_templates:
            steps._build_theme_template(path, self._env, self.files, self.config, self._nav)
        elif path in self.config.extra_templates:
            steps._build_extra_template(path, self.files, self.config, self._nav)
        elif file := self._static.get(path):
            file.copy_file()
        else:
            return False
        return True

    def read(self, page: Page) -> None:
        """Read a page to its end, if it was not read before."""
        name = page.file.src_uri
        if name not in self._read:
            if name in self._named:
                self._named.remove(name)
                del page.title  # the one that it was known by until now
            steps._populate_page(page, self.config, self.files)
            self._read.add(name)

    def read_at(self, address: str) -> None:
        """Read the hand-written page at an address, if there is one."""
        for page in self._written:
            if page.url == address:
                self.read(page)

    def unread(self) -> list[Page]:
        """Return the hand-written pages that have not been read to their end."""
        return [page for page in self._written if page.file.src_uri not in self._read]

    def _name(self, page: Page) -> None:
        """Give a hand-written page the title that other pages know it by, and read it to its end only if that takes
        more than a look at how it begins."""
        if "title" in vars(page):  # the nav says it
            return
        page.read_source(self.config)
        heading = (page.markdown or "").lstrip().partition("\n")[0]
        title = str(page.meta.get("title") or heading.removeprefix("# ")).strip()
        if _PLAIN.fullmatch(title) and ("title" in page.meta or heading.startswith("# ")):
            page.title = title
            self._named.add(page.file.src_uri)
        else:
            self.read(page)


class WholeSite(Frames):
    """A whole site, of which nobody but us looks at our own pages."""

    @staticmethod
    def is_possible(config: MkDocsConfig) -> bool:
        """Return True if no plugin or hook of the publication's own could look at each page."""
        return not are_strangers(config)

    def _begin(self) -> None:
        """Read the hand-written pages to their ends, and make ours ready, in the order of a build."""
        for page in self._all():
            if isinstance(page, FinishedPage):
                self.config.plugins["hverdag"].on_pre_page(page, config=self.config, files=self.files)
                page.read_source(self.config)
                page.render(self.config, self.files)
            else:
                self.read(page)

    def write_all(self) -> Mapping[str, FramedPage]:
        """Write every file, and return the frame of each of our pages by address. What MkDocs and its plugins raise is
        passed on."""
        config, files = self.config, self.files
        files.copy_static_files()
        for template in config.theme.static_templates:
            steps._build_theme_template(template, self._env, files, config, self._nav)
        for template in config.extra_templates:
            steps._build_extra_template(template, files, config, self._nav)
        documents, framed = files.documentation_pages(), dict[str, FramedPage]()
        named = {page.file.src_uri for page in self._nav.pages}
        for page in self._all():
            if not (isinstance(page, FinishedPage) and self._set_in(page)):
                steps._build_page(page, config, documents, self._nav, self._env)
            if isinstance(page, FinishedPage):
                is_in_nav = page.file.src_uri in named
                framed[page.own.address] = page.framed(self._frame(page), is_in_nav=is_in_nav)
        config.plugins.on_post_build(config=config)
        return framed

    def _all(self) -> Iterator[Page]:
        for file in self._pages.values():
            yield _page(file, self.config)

    def _set_in(self, page: FinishedPage) -> bool:
        """Write a page into a frame that was drawn before. Returns False if none was."""
        if kept := self._frame(page):
            html = self.config.plugins["hverdag"].on_post_page(page.set_into(kept), page=page, config=self.config)
            write_file(str(html).encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        return bool(kept)

    def _frame(self, page: FinishedPage) -> str:
        frame, base = self._env.globals["hverdag"], get_relative_url(".", page.url)
        return str(frame.kept(*frame.key(page, base)))


class _Written(Files):
    """The files of a site, of which the nav is made without a look at each of our pages. None is in it that mkdocs.yml
    does not name, and MkDocs finds those."""

    def documentation_pages(self, **how: Any) -> list[File]:
        """Return the hand-written pages."""
        return [file for file in super().documentation_pages(**how) if not isinstance(file, FinishedFile)]


def _page(file: File, config: MkDocsConfig) -> Page:
    return file.page or Page(None, file, config)


def empty(folder: Path) -> None:
    """Delete what was written of an earlier reading, and leave the folder."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
