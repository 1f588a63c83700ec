"""What a page of ours holds, as the theme and the search of a site ask for it."""

import re
from collections.abc import Iterator
from html import escape, unescape

from markupsafe import Markup

from ..model.artifact import WebPage

_HEADING = re.compile(r'<h2\b[^>]*?\sid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)


def headings(html: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the words in HTML of each heading below the title that a link can lead to."""
    for anchor, words in _HEADING.findall(html):
        if said := Markup(words).striptags():  # noqa: S704 what comes back is no HTML
            yield anchor, escape(unescape(said))


def search_text(page: WebPage) -> str:
    """Return a page in HTML as search may find it: what our own search knows of it. Nothing for a page that only lists
    others."""
    entry = page.entry
    if entry is None:
        return ""
    title, *texts = (escape(text, quote=False) for text in entry.texts)
    return f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in texts if text)
