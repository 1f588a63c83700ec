"""The text of a story as data for paper: a JSON tree of the tags that our Markdown can make, and no others.

What the web says with classes and ids is given its own name here (`notes`, `aside`), white space is as a reader sees
it, and headings are levelled: PDF/UA refuses a level that is skipped.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model.files import Picture
from ..model.texts.body import HEADINGS, Body, Element, Node

Tree = dict[str, Any] | str

LONGEST_RUN = 40
"""Letters: a longer run without a space could leave the paper, so it is given places to break."""

ROOM = 120
"""Millimetres: no picture is wider. In a table, there is as much less as it has columns."""

INDENT = 10
NARROWEST = 15
"""Millimetres: what a list or a quotation takes of a picture's room, and what it always leaves."""

LINE = 90
"""Letters on a line of a guide, about."""

INLINE = frozenset({"a", "br", "code", "em", "img", "strong", "sup"})
_CONTAINERS = frozenset({"em", "p", "strong", "sup"})
_SPACE = re.compile(r"[ \t\n]+")
# A space that does not break is no place to break either.
_RUN = re.compile(rf"[^ \t\n\u200b]{{{LONGEST_RUN},}}")
_NARROW = re.compile(r"[^ \t\n\u200b]{12,}")
_JOINT = re.compile(r"(?<=[@./_])(?=\w)")
_INVISIBLE = dict.fromkeys(map(ord, "\ufe0e\ufe0f"))
BREAK = "\u200b"


class UnknownElementError(ValueError):
    """A text holds an element that has no rendering on paper."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def shown(text: str, longest: int = LONGEST_RUN) -> str:
    """Return a text as it can be set: white space as one space, and places to break in endless words."""
    return _broken(_SPACE.sub(" ", text).translate(_INVISIBLE), longest)


def narrow(text: str) -> str:
    """Return a text for a narrow column: an address breaks at its joints, and anything else after 24 letters."""
    return _NARROW.sub(lambda found: _broken(_JOINT.sub(BREAK, found[0]), 24), text)


def _broken(text: str, longest: int) -> str:
    if len(text) < longest:
        return text
    half = max(1, longest // 2)
    runs = _RUN if longest == LONGEST_RUN else re.compile(rf"[^ \t\n\u200b]{{{longest},}}")
    return runs.sub(lambda found: BREAK.join(found[0][at : at + half] for at in range(0, len(found[0]), half)), text)


@dataclass(frozen=True)
class PaperText:
    """Turns bodies into trees. `link` returns the public address of a file or an address, or an empty text where
    paper cannot lead there; `pictures` tells what each picture is. `room` and `line` are those of its paper."""

    link: Callable[[str], str]
    pictures: Mapping[str, Picture]
    longest: int = LONGEST_RUN
    room: int = ROOM
    line: int = LINE

    def tree(self, body: Body) -> list[Tree]:
        """Return a body as data. Raises UnknownElementError for what has no rendering."""
        return list(self._nodes(body.children, top=True))

    def _nodes(self, nodes: Iterable[Node], top: bool = False) -> Iterator[Tree]:
        held = list(nodes)
        for at, node in enumerate(held):
            if isinstance(node, Element):
                yield from self._element(node, top)
            elif node.strip() or (0 < at < len(held) - 1 and _runs(held[at - 1]) and _runs(held[at + 1])):
                yield shown(node, self.longest)

    def _element(self, node: Element, top: bool) -> Iterator[Tree]:
        tag = node.tag
        if tag == "a":
            yield from self._link(node)
        elif tag == "blockquote":
            yield {"t": tag, "c": list(self._indented._nodes(node.children))}
        elif tag in _CONTAINERS:
            yield {"t": tag, "c": list(self._nodes(node.children))}
        elif tag in ("br", "hr"):
            yield {"t": tag}
        elif tag in ("code", "pre"):
            yield {"t": tag, "c": [_broken(_verbatim(node), self.longest)]}
        elif tag == "img":
            yield self._picture(node)
        elif tag in HEADINGS:
            inner = list(self._nodes(node.children))
            # A heading inside a list or a quotation would stand outside the levels: there it is a line in bold.
            yield {"t": "heading", "level": int(tag[1]), "c": inner} if top else {"t": "strong-line", "c": inner}
        elif tag in ("ul", "ol"):
            yield self._list(node)
        elif tag == "dl":
            yield {"t": "dl", "c": self._terms(node)}
        elif tag == "table":
            yield self._table(node)
        elif tag == "div":
            yield self._division(node)
        else:
            raise UnknownElementError(tag)

    def _link(self, node: Element) -> Iterator[Tree]:
        role, target = node.get("class"), node.get("href")
        inner = list(self._nodes(node.children))
        if role == "footnote-backref":
            return
        if role == "footnote-ref" or not inner or not target or target.startswith("#"):
            yield from inner
        else:
            yield {"t": "a", "href": self.link(target), "c": inner}

    def _picture(self, node: Element) -> Tree:
        found = self.pictures.get(node.get("src"))
        if found is None or not found.form:  # a check has told it; a preview shows the words instead
            return shown(node.get("alt"), self.longest)
        return picture(node.get("src"), node.get("alt"), found, self.room)

    def _list(self, node: Element) -> Tree:
        items = [child for child in node.children if isinstance(child, Element)]
        tight = not any(isinstance(one, Element) and one.tag == "p" for item in items for one in item.children)
        found: dict[str, Any] = {"t": node.tag, "tight": tight}
        found["c"] = [{"c": list(self._indented._nodes(item.children))} for item in items]
        if node.tag == "ol":
            start = node.get("start")
            found["start"] = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
        return found

    def _terms(self, node: Element) -> list[Tree]:
        pairs: list[dict[str, Any]] = []
        for child in node.children:
            if not isinstance(child, Element):
                continue
            inner = list(self._indented._nodes(child.children))
            if child.tag == "dt":
                if not pairs or pairs[-1]["dd"]:
                    pairs.append({"dt": [], "dd": []})
                pairs[-1]["dt"].append({"t": "group", "c": inner})
            elif pairs:
                pairs[-1]["dd"].append({"t": "group", "c": inner})
        return list(pairs)

    def _table(self, node: Element) -> Tree:
        rows = list(_inside(node, "tr"))
        cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]
        columns = max((len(row) for row in cells), default=1)
        inside = replace(
            self, longest=max(4, min(self.longest, self.line // columns)), room=max(5, self.room // columns - 4)
        )
        filled = [[inside._cell(cell) for cell in row] + [{"c": []}] * (columns - len(row)) for row in cells]
        sides = [_side(cell) for cell in cells[0]] if cells else []
        return {
            "t": "table",
            "columns": columns,
            "align": sides + [""] * (columns - len(sides)),
            "head": filled[0] if filled else [],
            "rows": filled[1:],
        }

    def _cell(self, cell: Element) -> Tree:
        return {"c": list(self._nodes(cell.children))}

    def _division(self, node: Element) -> Tree:
        if node.get("class") == "footnote":
            items = list(_inside(node, "li"))
            return {"t": "notes", "c": [{"c": list(self._indented._nodes(item.children))} for item in items]}
        return {"t": "aside", "c": list(self._indented._nodes(map(_titled, node.children)))}

    @property
    def _indented(self) -> "PaperText":
        """The same, where a list or a quotation has taken of the room."""
        return replace(self, room=max(NARROWEST, self.room - INDENT))


def picture(path: str, words: str, found: Picture, room: int = ROOM) -> dict[str, Any]:
    """Return a picture as data: its file, what it shows for those who cannot see it, and the millimetres there are for
    it. It is named by its digest, so that the data changes when the picture does."""
    size = {"width": found.width, "height": found.height, "room": room}
    names = {"src": f"/{found.digest}.{found.form}", "path": path}
    return {"t": "img", "alt": words, "form": found.form, **names, **size}


def _titled(node: Node) -> Node:
    """The title of an admonition as a paragraph in bold; anything else as it is."""
    if isinstance(node, Element) and node.get("class") == "admonition-title":
        return Element("p", (), (Element("strong", (), node.children),))
    return node


def _runs(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """The outermost elements of a tag inside an element."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            else:
                yield from _inside(child, tag)


def _side(cell: Element) -> str:
    found = re.fullmatch(r"text-align:(left|right|center)", cell.get("style").replace(" ", "").rstrip(";"))
    return found[1] if found else ""


def _verbatim(node: Element) -> str:
    """The letters of code, as they were typed."""
    text = "".join(child if isinstance(child, str) else _verbatim(child) for child in node.children)
    return text.rstrip("\n") if node.tag == "pre" else text
