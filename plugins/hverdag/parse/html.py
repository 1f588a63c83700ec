"""HTML text to a tree, and to events that two pieces of HTML can be compared by."""

import re
from html import unescape
from html.parser import HTMLParser

from ..model.texts.body import Element, Node

Attributes = tuple[tuple[str, str], ...]
PLACE = "data-l"
"""The attribute that carries the place of an element in its file from the writer of HTML to the tree."""

Event = tuple[str, str, Attributes]

MAX_DEPTH = 60
"""Levels of elements: more than any text within MAX_NESTING has, and few enough for recursion."""

_VOID = frozenset({"br", "hr", "img", "input"})


class _Events(HTMLParser):
    """Collects the events of a piece of HTML: start tags, end tags, texts, and comments or declarations."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.event_list: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple(sorted((name, _spaceless(name, text or "")) for name, text in attrs))
        self.event_list.append(("start", tag, pairs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.event_list.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.event_list and self.event_list[-1][0] == "text":
            data = self.event_list.pop()[1] + data
        self.event_list.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.event_list.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.event_list.append(("comment", decl, ()))

    def handle_pi(self, data: str) -> None:
        self.event_list.append(("comment", data, ()))

    def unknown_decl(self, data: str) -> None:
        self.event_list.append(("comment", data, ()))


def _spaceless(name: str, text: str) -> str:
    """Return an attribute's text, of `style` without spaces and final semicolon, which serialisers write
    differently."""
    return text.replace(" ", "").rstrip(";") if name == "style" else text


def events(text: str) -> list[Event]:
    """Return the events of a piece of HTML, to compare two pieces regardless of how they are serialised.

    White space between blocks is left out.
    """
    parser = _Events()
    parser.feed(text)
    parser.close()
    return [event for event in parser.event_list if event[0] != "text" or event[1].strip()]


# nh3's output is well formed: names in lower case, attributes in double quotes, `<` and `&` always escaped.
_PIECE = re.compile(r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s[^\s=]+="[^"]*")*)>|(?P<text>[^<]+)')
_PAIR = re.compile(r'\s([^\s=]+)="([^"]*)"')


def parse(clean: str) -> tuple[Node, ...]:
    """Return the tree of nh3's output. Raises RecursionError if it is nested deeper than MAX_DEPTH.

    The standard library's parser, made for any HTML, takes three times as long; a property test checks that both give
    the same tree.
    """
    top: list[Node] = []
    open_elements: list[tuple[str, str, list[Node]]] = []
    siblings = top
    for piece in _PIECE.finditer(clean):
        tag, text = piece["tag"], piece["text"]
        if text is not None:
            siblings.append(unescape(text) if "&" in text else text)
        elif piece["end"]:
            name, attributes, children = open_elements.pop()
            siblings = open_elements[-1][2] if open_elements else top
            siblings.append(_element(name, attributes, tuple(children)))
        elif tag in _VOID:
            siblings.append(_element(tag, piece["attributes"], ()))
        else:
            if len(open_elements) > MAX_DEPTH:
                raise RecursionError
            siblings = []
            open_elements.append((tag, piece["attributes"], siblings))
    return tuple(node for node in top if not isinstance(node, str) or node.strip())


def _element(tag: str, written: str, children: tuple[Node, ...]) -> Element:
    """Return an element. Its place is in an attribute of its own, as line, or line:column."""
    pairs: list[tuple[str, str]] = []
    line = column = 0
    for name, text in _PAIR.findall(written):
        if name == PLACE:
            before, _, after = text.partition(":")
            line, column = int(before), int(after or 0)
        else:
            pairs.append((name, _spaceless(name, unescape(text))))
    return Element(tag, tuple(sorted(pairs)), children, line, column)
