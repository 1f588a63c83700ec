"""A body to passages: the walk through its elements, in reading order."""

import re
from collections.abc import Iterator
from html import escape

from ..model.texts.body import Body, Element, Node
from .identities import Identities
from .passage import Passage, seen

INLINE = frozenset(
    {"a", "br", "code", "del", "em", "img", "input", "kbd", "mark", "s", "small", "strong", "sub", "sup", "u"}
)
"""Inline elements; all others separate passages."""

_BACK = re.compile(r"#fnref\d*:")
"""The links from a footnote back to the text."""

_BREAK = re.compile(r" ?<br> ?")
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)


class Walk:
    """Collects the passages of a body."""

    def __init__(self, identities: Identities, body: Body) -> None:
        self._identities = identities
        self._body = body
        self._notes = dict(_footnotes(body))
        self._passages: list[Passage] = []
        self._place = ""
        self._text: list[str] = []
        self._verbatim = 0

    def passages(self) -> list[Passage]:
        """Return the passages; the last one holds the tags after the text."""
        for node in self._body.children:
            self._node(node)
        self._break("")
        if self._place:
            self._passages.append(Passage(self._place, ""))
        return self._passages

    def _node(self, node: Node, number: int | None = None) -> None:
        """Walk through a node; `number` is the one that readers see before an item of a numbered list."""
        if isinstance(node, str):
            self._text.append(escape(seen(node), quote=False))
            return
        tag = node.tag
        if tag in INLINE:
            self._text.append(self._opening(node))
            self._children(node)
            if node.children:
                self._text.append(f"</{tag}>")
            return
        self._break(self._opening(node, number))
        self._verbatim += tag == "pre"
        self._children(node)
        self._break(f"</{tag}>")
        self._verbatim -= tag == "pre"

    def _children(self, node: Element) -> None:
        if node.tag != "ol":
            for child in node.children:
                self._node(child)
            return
        number = int(node.get("start")) if _NUMBER.fullmatch(node.get("start")) else 1
        for child in node.children:
            self._node(child, number)
            number += isinstance(child, Element) and child.tag == "li"

    def _break(self, mark: str) -> None:
        """End the current passage, if any, and record a block tag."""
        text = "".join(self._text)
        content = text.strip("\n") if self._verbatim else _BREAK.sub("<br>", " ".join(text.split()))
        if content.strip():
            self._passages.append(Passage(self._place, content))
            self._place = ""
        self._text = []
        self._place += mark

    def _opening(self, element: Element, number: int | None = None) -> str:
        """Return the opening tag of an element, with the identities of what it shows or leads to. The numbers of a list
        stand at its items."""
        pairs = {name: text for name, text in element.attributes if name not in ("id", "start")}
        if "href" in pairs:
            pairs["href"] = self._target(pairs["href"])
        if element.tag == "img":
            pairs["src"] = self._identities.digest(pairs.get("src", ""))
        if number is not None and element.tag == "li":
            pairs["value"] = str(number)
        written = "".join(f' {name}="{escape(seen(text))}"' for name, text in pairs.items())
        return f"<{element.tag}{written}>"

    def _target(self, link: str) -> str:
        """Return where a link leads: to a footnote by its number, and back from one to nowhere else."""
        if _BACK.match(link):
            return "#fnref"
        return f"#fn:{self._notes[link]}" if link in self._notes else self._identities.target(link)


def _footnotes(body: Body) -> Iterator[tuple[str, int]]:
    """Yield each footnote's address in the text, and its number."""
    notes = (element.get("id") for element in body.elements() if element.tag == "li")
    yield from ((f"#{name}", number) for number, name in enumerate((n for n in notes if n.startswith("fn:")), 1))
