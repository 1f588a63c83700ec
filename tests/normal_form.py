"""One form of what different Markdown readers make of a text: structure and words, and nothing of how each writes them.

A block is a line, or lines that are indented; white space that no reader sees is gone. Left out of both sides are the
language of code, ids, classes but those of alerts, and arrows back from footnotes. Headings begin at level 2 without
gaps, as in stories, and links to files lead from the publication's root.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from urllib.parse import unquote

from hverdag.model.texts.body import HEADINGS, Body, Element, Node

_VOID = frozenset({"br", "hr", "img", "input"})
_BOXES = frozenset({"blockquote", "details", "div", "li", "notes", "section", "summary", "table", "td", "th", "tr"})
_BLOCKS = HEADINGS | _BOXES | {"dd", "dl", "dt", "hr", "ol", "p", "pre", "ul"}
_SAME = {"b": "strong", "i": "em", "del": "s", "strike": "s", "ins": "u"}
_KEPT = {"a": ("href", "title"), "img": ("alt", "src", "title"), "input": ("checked",), "ol": ("start",)}


class _Reader(HTMLParser):
    """Collects any HTML as a tree; comments are no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, tuple[tuple[str, str], ...], list[Node]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple((name, text or "") for name, text in attrs)
        if tag in _VOID:
            self.open[-1][2].append(Element(tag, pairs))
        else:
            self.open.append((tag, pairs, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in [name for name, _, _ in self.open[1:]]:
            while self._closed() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)

    def _closed(self) -> str:
        tag, pairs, children = self.open.pop()
        self.open[-1][2].append(Element(tag, pairs, tuple(children)))
        return tag

    def nodes(self) -> tuple[Node, ...]:
        while len(self.open) > 1:
            self._closed()
        return tuple(self.open[0][2])


def tree(html: str) -> tuple[Node, ...]:
    """The nodes of any HTML."""
    reader = _Reader()
    reader.feed(re.sub("<!--+>", "", html))  # a comment of nothing, which Python's parser takes for the start of one
    reader.close()
    return reader.nodes()


def form_of_html(html: str, folder: str = "") -> str:
    """The normal form of another reader's HTML, whose links are those of a file in a folder."""
    return form(tree(html), folder)


def form_of(body: Body) -> str:
    """The normal form of a body."""
    return form(body.children)


def form(nodes: Iterable[Node], folder: str = "") -> str:
    """The normal form of nodes: lines, of which the last has no end."""
    alike = [same for node in nodes for same in _alike(node, folder)]
    return "\n".join(_lines(_levelled(alike, []), ""))


def _alike(node: Node, folder: str) -> Iterator[Node]:
    """Nodes as they would be, had our own reader made them."""
    if isinstance(node, str):
        yield node
        return
    classes = node.get("class").split()
    inside = tuple(same for child in _without_arrows(node.children) for same in _alike(child, folder))
    if node.tag == "sup" and ("footnote-ref" in classes or node.get("id").startswith("fnref")):
        yield Element("note", (), (_words(inside).strip(" []"),))
    elif {"footnotes", "footnote"} & set(classes) and node.tag in ("section", "div"):
        yield Element("notes", (), tuple(one for one in inside if not _is(one, "hr")))
    elif node.tag in ("thead", "tbody"):
        yield from inside
    else:
        yield Element(_SAME.get(node.tag, node.tag), tuple(_attributes(node, classes, folder)), inside)


def _without_arrows(nodes: Iterable[Node]) -> list[Node]:
    """Nodes without the arrows back from a footnote, and the space before each."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and "footnote-backref" in node.get("class"):
            found = [*found[:-1], found[-1].rstrip("\u00a0 ")] if found and isinstance(found[-1], str) else found
        else:
            found.append(node)
    return found


def _attributes(node: Element, classes: list[str], folder: str) -> Iterator[tuple[str, str]]:
    held = dict(node.attributes)
    for name in _KEPT.get(node.tag, ()):
        if name in held and (name, held[name]) != ("start", "1"):
            yield name, _from_root(held[name], folder) if name in ("href", "src") else held[name]
    side = held.get("align") or re.sub(r"text-align:\s*|;", "", held.get("style", ""))
    side = side or next((name[3:] for name in classes if name in ("hv-left", "hv-center", "hv-right")), "")
    if node.tag in ("td", "th") and side:
        yield "align", side
    if "admonition" in classes:
        yield "class", " ".join(classes)


def _from_root(link: str, folder: str) -> str:
    link = unquote(link)
    if not folder or not link or link[0] in "#/?" or ":" in link.partition("/")[0]:
        return link
    path, sign, place = link.partition("#")
    return posixpath.normpath(posixpath.join(folder, path)) + sign + place


def _levelled(nodes: Iterable[Node], outer: list[int]) -> list[Node]:
    """Nodes with headings from level 2 without gaps, in reading order."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
            continue
        tag = node.tag
        if tag in HEADINGS:
            outer[:] = [level for level in outer if level < int(tag[1])] + [int(tag[1])]
            tag = f"h{min(len(outer) + 1, 6)}"
        found.append(Element(tag, node.attributes, tuple(_levelled(node.children, outer))))
    return found


def _lines(nodes: Iterable[Node], indent: str) -> Iterator[str]:
    """Lines of blocks, and of the words between them."""
    for is_block, run in groupby(nodes, _is_block):
        if not is_block:
            words = _inline(run)
            if words:
                yield indent + words
            continue
        for node in run:
            assert isinstance(node, Element)
            yield from _block(node, indent)


def _block(node: Element, indent: str) -> Iterator[str]:
    start = f"{indent}{_opened(node)}"
    if node.tag in _VOID:
        yield start
    elif node.tag == "pre":
        yield f"{start}{escape(_words(node.children).removesuffix(chr(10)), quote=False)}</pre>"
    elif not any(map(_is_block, node.children)):
        words = _inline(node.children)
        if words or node.tag != "p":
            yield f"{start}{words}</{node.tag}>"
    else:
        yield start
        yield from _lines(node.children, indent + "  ")
        yield f"{indent}</{node.tag}>"


def _inline(nodes: Iterable[Node]) -> str:
    written = "".join(map(_written, nodes))
    return re.sub(r"[ \t\n]*<br>[ \t\n]*", "<br>", re.sub(r"[ \t\n]+", " ", written)).strip(" ")


def _written(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    inside = "" if node.tag in _VOID else "".join(map(_written, node.children)) + f"</{node.tag}>"
    return _opened(node) + inside


def _opened(node: Element) -> str:
    attributes = "".join(f' {name}="{escape(text)}"' for name, text in node.attributes)
    return f"<{node.tag}{attributes}>"


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and (node.tag in _BLOCKS or any(map(_is_block, node.children)))


def _is(node: Node, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _words(nodes: Iterable[Node]) -> str:
    return "".join(node if isinstance(node, str) else _words(node.children) for node in nodes)
