"""Mends the links to a renamed file on hand-written pages and in mkdocs.yml, and its name in macros."""

import inspect
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown

from ...features.registry import registry
from ...model.handbook import Handbook
from ...model.problem import Source
from ...parse.files import read_bytes
from ...parse.front_matter import read_fields
from ...pipeline.plain_site import MKDOCS
from .documents import Mend
from .links import MovedLinks
from .renaming import Renaming
from .spans import LinkSpan, applied, meaningful

EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables")
"""The extensions that hand-written pages usually are read with."""

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n---[ \t]*\r?(?:\n|$)", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_CALL = re.compile(r"\{\{-?\s*(?P<name>\w+)\((?P<given>[^{}]*)\)")
_ARGUMENT = re.compile(r"(?:(?P<name>\w+)\s*=\s*)?(?P<quote>[\"'])(?P<text>[^\"'{}]*)(?P=quote)")


def mend_pages(root: Path, handbook: Handbook, renaming: Renaming, links: MovedLinks) -> Iterator[Mend]:
    """Yield each hand-written page that links to what gets another name or asks for it, mended."""
    for path in handbook.page_paths:
        raw, _ = read_bytes(root, path)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue  # told by the check
        head = _FRONT_MATTER.match(text)
        asks = head is not None and "render_macros" in head[0]
        spans = list(_in_macros(text, renaming)) if asks else []
        after = applied(text, spans)
        linked = _in_links(after, path.removeprefix("docs/"), links)
        if spans or linked:
            yield Mend(path, raw, applied(after, linked).encode("utf-8"), len(spans) + len(linked))


def _in_links(text: str, page: str, links: MovedLinks) -> list[LinkSpan]:
    """Return the links of a page that must be mended. A name in code or in a sentence stays."""
    head = _FRONT_MATTER.match(text)
    start = head.end() if head else 0
    body = text[start:]

    def meaning(changed: str) -> Any:
        return _Events.of(markdown.markdown(changed, extensions=list(EXTENSIONS)), page, links)

    spans = meaningful(body, list(links.spans(body, page)), meaning)
    return [LinkSpan(span.start + start, span.end + start, span.text) for span in spans]


class _Events(HTMLParser):
    """Collects the tags and texts of a page, with its links as they must be."""

    def __init__(self, page: str, links: MovedLinks) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._links = page, links
        self._found: list[object] = []

    @classmethod
    def of(cls, html: str, page: str, links: MovedLinks) -> list[object]:
        """Return everything that a page consists of, to compare two pages."""
        events = cls(page, links)
        events.feed(html)
        events.close()
        return events._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        mended = [
            (name, self._links.mended(text, self._page) if text and name in ("href", "src") else text)
            for name, text in attrs
        ]
        self._found.append((tag, mended))

    def handle_endtag(self, tag: str) -> None:
        self._found.append(tag)

    def handle_data(self, data: str) -> None:
        self._found.append(("", data))


def _in_macros(text: str, renaming: Renaming) -> Iterator[LinkSpan]:
    """Yield the names in the calls of macros on a page."""
    kept = [found.span() for found in _RAW.finditer(text)]
    for call in _CALL.finditer(text):
        if any(start <= call.start() < end for start, end in kept):
            continue
        named = _named(call["name"], renaming.kind)
        for number, argument in enumerate(_ARGUMENT.finditer(call["given"])):
            name = argument["name"] or number
            if name in named and argument["text"] == renaming.id_was:
                start = call.start("given")
                yield LinkSpan(start + argument.start("text"), start + argument.end("text"), renaming.id_now)


def _named(macro: str, kind: str) -> set[str | int]:
    """Return the arguments of a macro that name a text of a kind: by name, and by their place."""
    if macro not in registry().macros:
        return set()
    found = registry().macros[macro][1]
    names = {argument for argument, of in found.names if of == kind}
    places = list(inspect.signature(found.render).parameters)[3:]
    return {*names, *(place for place, name in enumerate(places) if name in names)}


def mend_mkdocs(root: Path, links: MovedLinks) -> tuple[list[Mend], tuple[Source, ...]]:
    """Return mkdocs.yml, mended where a plain line names what moves, and the lines in it that somebody must mend by
    hand."""
    try:
        raw, _ = read_bytes(root, MKDOCS)
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return [], ()
    found = list(links.spans(text, ""))
    spans = meaningful(text, found, lambda changed: _plain(read_fields(changed, MKDOCS).data, links))
    left = tuple(Source(MKDOCS, len(text[: span.start].split("\n"))) for span in found if span not in spans)
    return [Mend(MKDOCS, raw, applied(text, spans).encode("utf-8"), len(spans))] if spans else [], left


def _plain(data: Any, links: MovedLinks) -> Any:
    """Return what mkdocs.yml says, with the links in it as they must be."""
    if isinstance(data, Mapping):
        return {name: _plain(part, links) for name, part in data.items()}
    if isinstance(data, list):
        return [_plain(part, links) for part in data]
    return applied(data, links.spans(data, "")) if isinstance(data, str) else data
