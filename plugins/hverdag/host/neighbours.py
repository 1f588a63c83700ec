"""Other people's plugins and hooks beside ours: what they change of finished pages is looked at after each of them, so
that what they should not do is told with their name. The gates would find most of it later, and not know whose it is.

What is refused is not passed on either: a preview shows the page as it was before.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..model.problem import Problem, Rule
from ..verify.letters import letters_of
from ..verify.pages import outside_in_tags
from ..web import page_rules
from .culprits import Culprit
from .hooks import Hook, wrap_hooks
from .pages import FinishedPage
from .setting_faults import setting_source

OUR_PLUGINS = frozenset({"hverdag", "macros", "search", "material/search"})
"""The plugins that do nothing with pages of ours: they see empty ones."""

Tell = Callable[[list[Problem]], None]


def are_strangers(config: MkDocsConfig) -> bool:
    """Return True if a plugin or hook of the publication's own could look at each page."""
    return bool(config.hooks) or not OUR_PLUGINS.issuperset(config.plugins)


def _of_stranger(around: Callable[[str, Hook], Hook], name: str, hook: Hook) -> Hook | None:
    return None if name in OUR_PLUGINS else around(name, hook)


class Neighbours:
    """The other plugins and hooks of one build. `tell` is called with what each of them does that it should not."""

    def __init__(self, config: MkDocsConfig, tell: Tell) -> None:
        self._root, self._tell = Path(config.config_file_path).parent, tell
        self._files: Files | None = None
        self._told = set[tuple[str, str]]()
        watched = {
            "post_page": self._around_page,
            "post_build": self._around_build,
            "build_error": self._around_error,
        }
        for event, around in watched.items():
            wrap_hooks(config.plugins, event, partial(_of_stranger, around))

    def know(self, files: Files) -> None:
        """Take the files of the site, among which our pages are."""
        self._files = files

    def _around_page(self, name: str, method: Hook) -> Hook:
        def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str | None:
            given: str | None = method(output, page=page, config=config)
            if given is None or given == output:
                return given
            own = page if isinstance(page, FinishedPage) else None
            where = page.url or page.file.dest_uri  # the front page's address is nothing
            return output if self._refuse(name, "on_post_page", where, own, output, str(given)) else given

        return on_post_page

    def _around_build(self, name: str, method: Hook) -> Hook:
        def on_post_build(*, config: MkDocsConfig) -> None:
            folder = Path(config.site_dir)
            pages, before = self._pages(), dict(_digests(folder))
            method(config=config)
            for path, digest in _digests(folder):
                page = pages.get(path)
                if before.get(path) != digest:
                    then = page.own.content if page else ""
                    now = (folder / path).read_text("utf-8", "replace")
                    self._refuse(name, "on_post_build", path, page, then, now)

        return on_post_build

    def _around_error(self, name: str, method: Hook) -> Hook:
        def on_build_error(*, error: Exception) -> None:
            try:
                method(error=error)
            except Exception as fault:  # it may raise anything, and what it was told of is to be told all the same
                told = str(fault).strip().partition("\n")[0] or type(fault).__name__
                self._tell([self._problem(page_rules.PLUGIN, name, "on_build_error", detail=told)])

        return on_build_error

    def _pages(self) -> dict[str, FinishedPage]:
        """Return our pages by their paths in the site."""
        pages = ((file.dest_uri, file.page) for file in self._files.documentation_pages()) if self._files else ()
        return {path: page for path, page in pages if isinstance(page, FinishedPage)}

    def _refuse(  # noqa: PLR0917 called twice, in one order
        self, name: str, event: str, where: str, page: FinishedPage | None, before: str, after: str
    ) -> bool:
        """Tell what a plugin has done with a page that it should not, once of each kind, and return whether it has."""
        kinds: dict[str, Problem] = {}
        for address in _new_requests(before, after):
            kinds[address] = self._problem(page_rules.PLUGIN_REQUEST, name, event, page=where, address=address)
        if page and _has_lost(page, before, after):
            kinds[""] = self._problem(page_rules.PLUGIN_REWRITES, name, event, page=where)
        new = [problem for kind, problem in kinds.items() if (name, kind) not in self._told]
        self._told |= {(name, kind) for kind in kinds}
        self._tell(new)
        return bool(kinds)

    def _problem(self, rule: Rule, name: str, event: str, **parameters: str) -> Problem:
        culprit = Culprit(name, event)
        source = setting_source(self._root, culprit.setting, name)
        return rule.at(source, given=culprit.words, event=event, **parameters)


def _new_requests(before: str, after: str) -> Iterable[str]:
    """Return the addresses on other computers that a page asks for, and did not before."""
    had = {address for _, address in outside_in_tags(before)}
    return dict.fromkeys(address for _, address in outside_in_tags(after) if address not in had)


def _has_lost(page: FinishedPage, before: str, after: str) -> bool:
    """Return True if a page says something else than it did. Spaces, tags and what is added around it are no matter."""
    own = _letters(page.own.content)
    return own in _letters(before) and own not in _letters(after)


def _letters(html: str) -> str:
    """Return the letters that a page shows. A parser reads it: what may stand in attributes is for one to know."""
    said = _Said()
    with suppress(ValueError):  # a number for a letter may be too long to be one
        said.feed(html)
        said.close()
    return letters_of("".join(said.parts))


class _Said(HTMLParser):
    """Gathers what stands between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()
