"""Links on hand-written pages and in mkdocs.yml: which lead to an address that moves, and how they must be written."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from ...model.addresses import page_address, stem
from .spans import LinkSpan

_TOKEN = re.compile(r"[^\s()<>\"'\[\]`]+")
"""What may be a link."""

_ENDINGS = ("/index.html", ".html", ".md", "/")


@dataclass(frozen=True)
class MovedLinks:
    """The addresses that move, old to new, without the endings of pages; `site_url` is the site's own address."""

    moves: Mapping[str, str]
    site_url: str = ""

    def spans(self, text: str, page: str) -> Iterator[LinkSpan]:
        """Yield everything in a text that would be a link to an address that moves. `page` is the path of the page
        within docs/."""
        for found in _TOKEN.finditer(text):
            link = found[0].rstrip(",.:;")
            written = self.mended(link, page)
            if written != link:
                yield LinkSpan(found.start(), found.start() + len(link), written)

    def mended(self, link: str, page: str) -> str:
        """Return a link on a page as it must be written; unchanged, if it leads to nothing that moves."""
        path, mark, rest = _parted(link)
        was = next((one for one in self._places(path, page) if one in self.moves), "")
        changed = _rewritten(path, was, self.moves[was]) if was else ""
        return f"{changed}{mark}{rest}" if changed else link

    def _places(self, path: str, page: str) -> Iterator[str]:
        """Yield what a link may lead to: MkDocs reads it from the page's file, a browser from the page's address."""
        plain = unquote(path)
        if self.site_url and plain.startswith(self.site_url):
            yield stem(plain.removeprefix(self.site_url))
        elif plain.startswith("/"):
            yield stem(plain.strip("/"))
        elif ":" not in plain.partition("/")[0]:
            for folder in (posixpath.dirname(page), page_address(page)):
                yield stem(posixpath.normpath(posixpath.join(folder, plain)))


def _parted(link: str) -> tuple[str, str, str]:
    """Return the path of a link, the sign that ends it, and the rest."""
    found = re.search(r"[?#]", link)
    return (link[: found.start()], found[0], link[found.end() :]) if found else (link, "", "")


def _rewritten(path: str, was: str, now: str) -> str:
    """Return a link with the parts that change exchanged; an empty string if they are not written in it."""
    ending = next((one for one in _ENDINGS if path.endswith(one)), "")
    written = path.removesuffix(ending).split("/")
    before, after = was.split("/"), now.split("/")
    shared = 0
    while shared < min(len(written), len(before)) and unquote(written[-1 - shared]) == before[-1 - shared]:
        shared += 1
    kept = len(before) - shared
    if len(before) != len(after) or before[:kept] != after[:kept] or not shared:
        return ""
    return "/".join((*written[:-shared], *after[kept:])) + ending
