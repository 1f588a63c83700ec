"""Search in MkDocs' clothes: Material keeps its box and its list, and what looks in the pages is ours.

Material hands a search worker what search_index.json holds. Ours needs nothing from it, and loads search/data.js when
a reader first types something, so that no one else fetches it.
"""

import json
import re
from html import unescape
from pathlib import Path

import mkdocs.contrib.search
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..build import Prepared, search_data
from ..model.search import FoundPage, PageKind, SearchEntry
from .pages import FinishedPage

LUNR = "assets/hverdag/lunr.js"
"""The index itself: lunr.js 2.3.9 (MIT), which comes with MkDocs."""

LUNR_FILE = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"

_BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|summary|figcaption|pre)>|<br\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h1\b.*?</h1>", re.IGNORECASE | re.DOTALL)


def is_searched(config: MkDocsConfig) -> bool:
    """Whether the publication has a search at all."""
    return "material/search" in config.plugins or "search" in config.plugins


def written_page(page: Page, html: str) -> FoundPage | None:
    """Return what search finds a hand-written page by: its own words, without what macros set into it."""
    how = page.meta.get("search")
    if isinstance(page, FinishedPage) or (isinstance(how, dict) and how.get("exclude")):
        return None
    text = _words(_HEADING.sub("", html))
    lead = str(page.meta.get("description") or "")
    return FoundPage(page.url, SearchEntry(PageKind.PAGE, unescape(str(page.title or "")), lead, text))


def write_search(prepared: Prepared, written: list[FoundPage], folder: Path) -> None:
    """Write what the browser searches in, and what Material asks for in its place."""
    own = [FoundPage(page.address, page.entry) for page in prepared.pages if page.entry]
    data = search_data(prepared, [*own, *written])
    (folder / "search").mkdir(exist_ok=True)
    (folder / data.path).write_text(str(data.content), encoding="utf-8")
    index = json.dumps({"config": {"lang": [prepared.settings.language.value], "separator": r"[\s\-]+"}, "docs": []})
    (folder / "search" / "search_index.json").write_text(index, encoding="utf-8")
    (folder / "search" / "search_index.js").write_text(f"var __index = {index};\n", encoding="utf-8")


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _BLOCK.sub("\n", html))).split())
