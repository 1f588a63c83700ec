"""HTML text to a tree, and what cleaning took out of it."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from ..model.texts.body import Element, Node

Attributes = tuple[tuple[str, str], ...]
Event = tuple[str, str, Attributes]

MAX_DEPTH = 60
"""Deeper than any text within the caps on nesting, and shallow enough to walk."""

_VOID = frozenset({"br", "hr", "img"})


class _Events(HTMLParser):
    """Collects what a piece of HTML says: starts, ends, texts and everything hidden."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple(sorted((name, _spaceless(name, text or "")) for name, text in attrs))
        self.found.append(("start", tag, pairs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.found.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "text":
            data = self.found.pop()[1] + data
        self.found.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("comment", decl, ()))

    def handle_pi(self, data: str) -> None:
        self.found.append(("comment", data, ()))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("comment", data, ()))


def _spaceless(name: str, text: str) -> str:
    """Serialisers write `text-align: right;` each in its own way; nothing is hidden in the difference."""
    return text.replace(" ", "").rstrip(";") if name == "style" else text


def events(text: str) -> list[Event]:
    """Return what a piece of HTML says, so that two pieces can be compared however they are written.

    White space between blocks says nothing.
    """
    parser = _Events()
    parser.feed(text)
    parser.close()
    return [event for event in parser.found if event[0] != "text" or event[1].strip()]


def lost(raw: str, clean: str) -> list[str]:
    """Name what cleaning took out, as an editor would find it: `<script`, `onclick=`, `javascript:`."""
    left = events(clean)
    kept = frozenset(left)
    pieces: list[str] = []
    for kind, name, attributes in events(raw):
        if (kind, name, attributes) in kept or kind == "end":
            continue
        if kind == "comment":
            pieces.append("<!--")
        elif kind == "start":
            pieces.extend(_lost_of(name, attributes, left))
    if not pieces and events(raw) != left:
        pieces.append("<")
    return list(dict.fromkeys(pieces))


def _lost_of(tag: str, attributes: tuple[tuple[str, str], ...], left: list[Event]) -> Iterator[str]:
    kept = [pairs for kind, name, pairs in left if kind == "start" and name == tag]
    if not kept:
        yield f"<{tag}"
        return
    names = {name for pairs in kept for name, _ in pairs}
    for name, text in attributes:
        if any((name, text) in pairs for pairs in kept):
            continue
        if name in ("href", "src") and ":" in text:
            yield text.partition(":")[0] + ":"
        else:
            yield f"{name}=" if name not in names else f'{name}="{text}'


# What nh3 writes is well formed: names in small letters, attributes in double quotes, `<` and `&` always escaped.
_PIECE = re.compile(r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s[^\s=]+="[^"]*")*)>|(?P<text>[^<]+)')
_PAIR = re.compile(r'\s([^\s=]+)="([^"]*)"')


def parse(clean: str) -> tuple[Node, ...]:
    """Build the tree of HTML that nh3 has written. (The standard library's parser, made for any HTML, takes three
    times as long; a property test holds the two to the same tree.) Raises RecursionError where it is too deep."""
    top: list[Node] = []
    open_elements: list[tuple[str, Attributes, list[Node]]] = []
    here = top
    for piece in _PIECE.finditer(clean):
        tag, text = piece["tag"], piece["text"]
        if text is not None:
            here.append(unescape(text) if "&" in text else text)
        elif piece["end"]:
            name, attributes, children = open_elements.pop()
            here = open_elements[-1][2] if open_elements else top
            here.append(Element(name, attributes, tuple(children)))
        elif tag in _VOID:
            here.append(Element(tag, _pairs(piece["attributes"])))
        else:
            if len(open_elements) > MAX_DEPTH:
                raise RecursionError
            here = []
            open_elements.append((tag, _pairs(piece["attributes"]), here))
    return tuple(node for node in top if not isinstance(node, str) or node.strip())


def _pairs(written: str) -> Attributes:
    if not written:
        return ()
    return tuple(sorted((name, _spaceless(name, unescape(text))) for name, text in _PAIR.findall(written)))
