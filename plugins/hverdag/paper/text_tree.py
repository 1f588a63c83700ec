"""The text of a story as data for paper: a JSON tree of the tags that our Markdown can produce, and no others.

Footnotes and alerts, which are classes and ids in HTML, have tags of their own here (`notes`, `aside`), and a task is
an item with a `box`. What the web can fold away is in full. White space is collapsed as in a browser. A heading inside
a list or a quotation becomes `strong-line`: PDF/UA refuses skipped levels.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from ..locale import catalogue
from ..model.files import Picture
from ..model.message import Words
from ..model.texts.body import HEADINGS, Body, Element, Node
from ..model.texts.marks import alert_title, task, task_box, text_side
from .blocks import as_block
from .runs import LONGEST_RUN, broken, shown

Tree = dict[str, Any] | str

ROOM = 120
"""Millimetres: the greatest width of a picture. In a table it is divided among the columns."""

INDENT = 10
NARROWEST = 15
"""Millimetres: what a list or a quotation takes of a picture's width, and the least width that is left."""

LINE = 90
"""Characters on a line of a guide, approximately."""

_MARKS = frozenset({"em", "kbd", "mark", "s", "small", "strong", "sub", "sup", "u"})
_WRAPPED = {**{tag: tag for tag in _MARKS}, "p": "p", "summary": "strong-line"}
INLINE = _MARKS | {"a", "box", "br", "code", "img"}


class UnknownElementError(ValueError):
    """A text contains an element that has no rendering on paper."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


@dataclass(frozen=True)
class PaperText:
    """Turns bodies into trees. `link` returns the public address of a file or an address, or an empty string if it has
    none; `pictures` holds the facts of each picture by its path. `room` is the greatest width of a picture in
    millimetres, and `line` the number of characters on a line. `tell` says a message in the reader's language."""

    link: Callable[[str], str]
    pictures: Mapping[str, Picture]
    longest: int = LONGEST_RUN
    room: int = ROOM
    line: int = LINE
    tell: Callable[[Words], str] = catalogue("en").tell

    def tree(self, body: Body) -> list[Tree]:
        """Return a body as data. Raises UnknownElementError for an element that has no rendering."""
        return list(self._nodes(body.children, top=True))

    def _nodes(self, nodes: Iterable[Node], top: bool = False) -> Iterator[Tree]:
        siblings = list(nodes)
        for at, node in enumerate(siblings):
            if isinstance(node, Element):
                yield from (as_block(tree, node.line if top else None) for tree in self._element(node, top))
            elif node.strip() or (
                0 < at < len(siblings) - 1 and _is_inline(siblings[at - 1]) and _is_inline(siblings[at + 1])
            ):
                before = siblings[at - 1] if at else ""
                # As in a browser: the space at the beginning of a line is not seen.
                is_line_start = isinstance(before, Element) and before.tag == "br"
                yield shown(node.lstrip(" \t\n") if is_line_start else node, self.longest)

    def _element(self, node: Element, top: bool) -> Iterator[Tree]:
        tag = node.tag
        if tag == "a":
            yield from self._link(node)
        elif tag == "blockquote":
            yield {"t": tag, "c": list(self._indented._nodes(node.children))}
        elif tag in _WRAPPED:
            yield {"t": _WRAPPED[tag], "c": list(self._nodes(node.children))}
        elif tag in ("br", "hr"):
            yield {"t": tag}
        elif tag in ("code", "pre"):
            yield {"t": tag, "c": [broken(_verbatim(node), self.longest)]}
        elif tag in HEADINGS:
            inner = list(self._nodes(node.children))
            # A heading inside a list or a quotation would break the order of levels: there it is a line in bold.
            yield {"t": "heading", "level": int(tag[1]), "c": inner} if top else {"t": "strong-line", "c": inner}
        elif tag == "details":
            yield from self._nodes(_in_paragraphs(node.children))
        else:
            yield self._made(node)

    def _made(self, node: Element) -> Tree:
        make: Mapping[str, Callable[[Element], Tree]] = {
            "div": self._division,
            "img": self._picture,
            "input": lambda box: {"t": "box", "c": [task_box(box)]},
            "ol": self._list,
            "table": self._table,
            "ul": self._list,
        }
        if node.tag not in make:
            raise UnknownElementError(node.tag)
        return make[node.tag](node)

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
        facts = self.pictures.get(node.get("src"))
        if facts is None or not facts.form:  # a check has reported it; a preview shows the alternative text instead
            return shown(node.get("alt"), self.longest)
        return picture(node.get("src"), node.get("alt"), facts, self.room)

    def _list(self, node: Element) -> Tree:
        items = [child for child in node.children if isinstance(child, Element)]
        tight = not any(isinstance(child, Element) and child.tag == "p" for item in items for child in item.children)
        tree: dict[str, Any] = {"t": node.tag, "tight": tight}
        tree["c"] = [self._item(item, node.tag) for item in items]
        if node.tag == "ol":
            start = node.get("start")
            tree["start"] = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
        return tree

    def _item(self, item: Element, tag: str) -> Tree:
        """Return an item of a list. The box of a task takes the place of a bullet, but not that of a number."""
        box, nodes = task(item.children) if tag == "ul" else ("", item.children)
        return {"c": list(self._indented._nodes(nodes))} | ({"box": box} if box else {})

    def _table(self, node: Element) -> Tree:
        rows = list(_inside(node, "tr"))
        cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]
        columns = max((len(row) for row in cells), default=1)
        inside = replace(
            self, longest=max(4, min(self.longest, self.line // columns)), room=max(5, self.room // columns - 4)
        )
        filled = [[inside._cell(cell) for cell in row] + [{"c": []}] * (columns - len(row)) for row in cells]
        head = filled[0] if filled else []
        sides = [_side(cell) for cell in cells[0]] if cells else []
        return {
            "t": "table",
            "columns": columns,
            "align": sides + [""] * (columns - len(sides)),
            "head": head,
            # The heading row is repeated on every page as an artifact, and PDF/UA allows no links in artifacts.
            "repeat": not any(map(_is_linked, head)),
            "rows": filled[1:],
        }

    def _cell(self, cell: Element) -> Tree:
        return {"c": list(self._nodes(cell.children))}

    def _division(self, node: Element) -> Tree:
        if node.get("class") == "footnote":
            items = list(_inside(node, "li"))
            return {"t": "notes", "c": [{"c": list(self._indented._nodes(item.children))} for item in items]}
        title = alert_title(node)
        head: list[Tree] = [{"t": "strong-line", "c": [shown(self.tell(title))]}] if title else []
        return {"t": "aside", "c": [*head, *self._indented._nodes(node.children)]}

    @property
    def _indented(self) -> "PaperText":
        """The same, with the room that is left inside a list or a quotation."""
        return replace(self, room=max(NARROWEST, self.room - INDENT))


def picture(path: str, words: str, facts: Picture, room: int = ROOM) -> dict[str, Any]:
    """Return a picture as data: its file, its alternative text, its size in pixels, and `room` in millimetres. The file
    is named by its digest, so that the data changes when the picture does."""
    size = {"width": facts.width, "height": facts.height, "room": room}
    names = {"src": f"/{facts.digest}.{facts.form}", "path": path}
    return {"t": "img", "alt": words, "form": facts.form, **names, **size}


def _in_paragraphs(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield blocks: what stands between them loosely becomes paragraphs."""
    for is_inline, group in groupby(nodes, _is_inline):
        held = tuple(group)
        if not is_inline:
            yield from held
        elif any(not isinstance(node, str) or node.strip() for node in held):
            yield Element("p", (), held)


def _is_linked(node: Tree) -> bool:
    """Return True if there is a link in a tree."""
    return not isinstance(node, str) and (bool(node.get("href")) or any(map(_is_linked, node.get("c", ()))))


def _is_inline(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINE or node.tag == "input"


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """Yield the outermost elements with a tag inside an element."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            else:
                yield from _inside(child, tag)


def _side(cell: Element) -> str:
    return text_side(cell.get("style"))


def _verbatim(node: Element) -> str:
    """Return the text of code, as it was typed."""
    text = "".join(child if isinstance(child, str) else _verbatim(child) for child in node.children)
    return text.rstrip("\n") if node.tag == "pre" else text
