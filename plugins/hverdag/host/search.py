"""What the search is made of: scripts that look, and the words of hand-written pages. It is all loaded when a reader
first types something, so that no one else fetches it."""

from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..features.search.data import FOLDER
from ..model.language import Language
from ..model.search import PAGE, FoundPage, SearchEntry
from ..pipeline.on_request import Site
from ..pipeline.search_index import search_data
from .pages import FinishedPage

_STEMMERS = {Language.DANISH: ("lunr.stemmer.support.js", "lunr.da.js")}
"""The stemmers of each language; the index has the English one."""

_PLUGINS = ("material/search", "search")

_APART = frozenset("p,li,h2,h3,h4,h5,h6,td,th,tr,dt,dd,summary,figcaption,pre,br,div".split(","))  # noqa: SIM905
_UNSAID = frozenset({"h1", "script", "style", "template", "noscript"})
_HIDDEN = frozenset({"hidden", "data-search-exclude"})
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDLESS = frozenset("area,base,br,col,embed,hr,img,input,link,meta,source,track,wbr".split(","))  # noqa: SIM905


def search_plugins(config: MkDocsConfig) -> list[str]:
    """Return the names of the publication's search plugins."""
    return [name for name in config.plugins if name.partition(" #")[0] in _PLUGINS]


def is_searched(config: MkDocsConfig) -> bool:
    """Return True if the publication has a search."""
    return any(name in config.plugins for name in _PLUGINS)


def silence_plugins(config: MkDocsConfig) -> None:
    """Keep the search plugins of MkDocs and Material from reading every page: nothing asks for what they write. That
    one of them is there says that the publication has a search."""
    plugins = [config.plugins[name] for name in search_plugins(config)]
    for methods in config.plugins.events.values():
        # In place: MkDocs is in the midst of one of the lists.
        methods[:] = [method for method in methods if getattr(method, "__self__", None) not in plugins]


def written_page(page: Page, html: str) -> FoundPage | None:
    """Return what search finds a hand-written page by: its own words, without what macros set into it."""
    how = page.meta.get("search")
    if isinstance(page, FinishedPage) or (isinstance(how, dict) and how.get("exclude")):
        return None
    title, lead = (unescape(str(field or "")) for field in (page.title, page.meta.get("description")))
    title, lead, text = (normalize("NFC", said) for said in (title, lead, _words(html)))
    return FoundPage(page.url, SearchEntry(PAGE, title, lead, text))


def search_scripts(language: Language) -> tuple[str, ...]:
    """Return the names of the scripts that look for a reader's words, in the order in which they are loaded."""
    return (
        "lunr.js",
        *_STEMMERS.get(language, ()),
        "search-words.js",
        "search-themes.js",
        "search-shown.js",
        "search-index.js",
    )


def write_search(site: Site, written: list[FoundPage], folder: Path) -> None:
    """Write what the browser searches in."""
    own = [FoundPage(page.address, page.entry) for page in site.pages if page.entry]
    (folder / FOLDER).mkdir(exist_ok=True)
    for script in search_data(site, [*own, *written]):
        (folder / script.path).write_text(str(script.content), encoding="utf-8")


def _words(html: str) -> str:
    words = _Words()
    with suppress(ValueError):  # a number for a letter may be too long to be one
        words.feed(html)
        words.close()
    return " ".join("".join(words.said).split())


class _Words(HTMLParser):
    """Gathers what a page says: no heading that is its title, no comment, nothing hidden or kept out of the search."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = ""
        self._depth = 0
        self._section = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag in _LEVELS and not self._silent and tag <= (self._section or tag):
            # What stands under a heading that is kept out goes with it, to the next heading as large.
            self._section = tag if "data-search-exclude" in names else ""
        if not self._silent and tag not in _ENDLESS and (tag in _UNSAID or names & _HIDDEN):
            self._silent = tag
        self._depth += tag == self._silent
        self.said.append(" " if tag in _APART else "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent == tag:
            self._depth -= 1
            self._silent = tag if self._depth else ""
        self.said.append(" " if tag in _APART else "")

    def handle_data(self, data: str) -> None:
        if not self._silent and not self._section:
            self.said.append(data)
