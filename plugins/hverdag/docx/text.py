"""The text of a story in Word: a rendering for each tag of the tree from paper/text_tree.py, and for no other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..paper.text_tree import INLINE, Tree, UnknownElementError
from .elements import PLAIN, Look, Part, Parts, Row, deeper, paragraph, run, table, target
from .styles import BULLETS, LEVELS, NUMBERS, STEP, TEXT_WIDTH

MOST_COLUMNS = 63
"""Word reports a file with a wider table as damaged."""
HIGHEST_START = 32_000
"""The highest first number of a numbered list; Word counts to 32,767."""
PADDING = 170
"""The space at the sides of a cell, in twentieths of a point."""

NO_LIST = (0, 0)
"""Takes away the bullet of a style: the box of a task stands in its place."""

_LOOKS: Mapping[str, Mapping[str, bool]] = {
    "box": {},
    "em": {"italic": True},
    "kbd": {"key": True},
    "mark": {"marked": True},
    "s": {"struck": True},
    "small": {"small": True},
    "strong": {"bold": True},
    "sub": {"lowered": True, "raised": False},
    "sup": {"raised": True, "lowered": False},
    "u": {"underlined": True},
}
_LINES = frozenset({"p", "group", "heading", "strong-line"})


@dataclass(frozen=True)
class Layout:
    """How text is laid out: the width of its page or cell and its indent (twentieths of a point), the number of lists
    around it, and its style, look and alignment."""

    width: int = TEXT_WIDTH
    left: int = 0
    depth: int = 0
    style: str = ""
    look: Look = PLAIN
    side: str = ""

    @property
    def room(self) -> int:
        """The width less the indent."""
        return self.width - self.left


@dataclass
class WordText:
    """Renders trees as Word elements. `pictures` returns a picture's bytes by its path in the publication."""

    parts: Parts
    pictures: Callable[[str], bytes]
    _spaced: bool = field(default=True, init=False)

    def flow(self, nodes: Iterable[Tree], layout: Layout = Layout()) -> Iterator[Part]:
        """Yield the blocks of a text; consecutive inline nodes become a paragraph. Raises UnknownElementError."""
        line: list[Tree] = []
        for node in nodes:
            if isinstance(node, str) or node["t"] in INLINE:
                line.append(node)
                continue
            yield from self._line(line, layout)
            line = []
            yield from self._block(node, layout)
        yield from self._line(line, layout)

    def _line(self, nodes: Sequence[Tree], layout: Layout) -> Iterator[Part]:
        if any(not isinstance(node, str) or node.strip() for node in nodes):
            yield self._paragraph(nodes, layout)

    def _paragraph(self, nodes: Iterable[Tree], layout: Layout, keep: bool = False) -> Part:
        left = layout.left or None
        number = NO_LIST if layout.style == "NoteText" else None  # only a note's first paragraph has its number
        runs = self._runs(nodes, layout)
        return paragraph(runs, layout.style, number=number, left=left, side=layout.side, keep=keep)

    def _runs(self, nodes: Iterable[Tree], layout: Layout) -> list[Part]:
        self._spaced = True
        return [part for node in nodes for part in self._inline(node, layout)]

    def _inline(self, node: Tree, layout: Layout) -> Iterator[Part]:
        if isinstance(node, str):
            yield from self._words(node, layout.look)
            return
        tag = node["t"]
        if tag in _LOOKS or tag in _LINES:
            inner = replace(layout, look=replace(layout.look, **_LOOKS.get(tag, {})))
            yield from (part for child in node["c"] for part in self._inline(child, inner))
        elif tag == "a":
            yield from self._link(node, layout)
        elif tag == "br":
            self._spaced = True
            yield run("\n")
        elif tag == "code":
            self._spaced = False
            yield run(_plain(node).replace("\n", " "), replace(layout.look, code=True))
        elif tag == "img":
            self._spaced = False
            yield self.parts.picture(self.pictures(node["path"]), node["alt"], layout.room)
        else:
            raise UnknownElementError(tag)

    def _words(self, words: str, look: Look) -> Iterator[Part]:
        # As in a browser: a space at the start of a line is dropped, and two adjacent spaces become one.
        shown = words.removeprefix(" ") if self._spaced else words
        if shown:
            self._spaced = shown.endswith(" ")
            yield run(shown, look)

    def _link(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        address = target(node["href"])
        inner = replace(layout, look=replace(layout.look, link=True)) if address else layout
        runs = [part for child in node["c"] for part in self._inline(child, inner)]
        yield from [self.parts.link(address, runs)] if address else runs

    def _block(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        tag = node["t"]
        if tag == "blockquote":
            yield from self.flow(node["c"], replace(layout, style="Quote", left=deeper(layout.left, layout.width)))
        elif tag == "hr":
            yield paragraph(style="Rule")
        elif tag == "pre":
            words = run(_plain(node), layout.look)
            yield paragraph([words], "HTMLPreformatted", left=layout.left or None)
        elif tag in _LINES:
            yield self._whole_line(node, layout)
        else:
            renderers = {"table": self._table, "aside": self._aside, "notes": self._notes}
            render = self._list if tag in ("ul", "ol") else renderers.get(tag)
            if not render:
                raise UnknownElementError(tag)
            yield from render(node, layout)

    def _whole_line(self, node: dict[str, Any], layout: Layout) -> Part:
        if node["t"] == "heading":
            layout = replace(layout, style=f"Heading{min(node['level'], 6)}")
        bold = node["t"] == "strong-line"
        look = replace(layout.look, bold=True) if bold else layout.look
        return self._paragraph(node["c"], replace(layout, look=look), keep=bold)

    def _list(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        level = min(layout.depth, LEVELS - 1)
        kind = "ListBullet" if node["t"] == "ul" else "ListNumber"
        style = f"{kind}{min(level + 1, 3) if level else ''}"
        if node["t"] == "ul":
            yield from self._items(node["c"], layout, style, BULLETS)
        elif node["start"] <= HIGHEST_START:
            number = self.parts.numbered(NUMBERS, level, node["start"])
            yield from self._items(node["c"], layout, style, number)
        else:
            for at, item in enumerate(node["c"], node["start"]):
                line: list[Tree] = [f"{at}. ", *_first_line(item["c"])[0]]
                yield self._paragraph(line, layout)
                yield from self.flow(_first_line(item["c"])[1], _inside(layout))

    def _items(self, items: Iterable[Mapping[str, Any]], layout: Layout, style: str, number: int) -> Iterator[Part]:
        level, inner = min(layout.depth, LEVELS - 1), _inside(layout)
        # The styles of the first three levels have the right indent; any other is set on the paragraph itself.
        indent = None if inner.left == STEP * (level + 1) else inner.left
        numbering = None if number == BULLETS and layout.depth < 3 else (number, level)
        for item in items:
            first, rest = _first_line(item["c"])
            runs = self._runs(first, inner)
            if "box" in item:
                box = run(f"{item['box']}\t")
                yield paragraph([box, *runs], style, number=NO_LIST, left=inner.left, hanging=min(STEP, inner.left))
            else:
                hanging = 0 if indent is None else min(STEP, indent)
                yield paragraph(runs, style, number=numbering, left=indent, hanging=hanging)
            yield from self.flow(rest, inner)

    def _table(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        columns, rows = node["columns"], [node["head"], *node["rows"]]
        if columns > MOST_COLUMNS:
            for row in rows:
                cells: list[Tree] = [{"t": "group", "c": [*cell["c"], " | "]} for cell in row]
                yield self._paragraph(cells, layout)
            return
        width = layout.room // columns

        def cell(tree: Mapping[str, Any], side: str, head: bool) -> list[Part]:
            look = Look(bold=head)
            inner = Layout(max(width - PADDING, PADDING), style="Cell", look=look, side=side)
            return list(self.flow(tree["c"], inner))

        table_rows = (
            Row([cell(tree, side, not at) for tree, side in zip(row, node["align"], strict=True)], head=not at)
            for at, row in enumerate(rows)
            if row
        )
        yield from table("TableGrid", [width] * columns, table_rows, layout.left)

    def _notes(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        yield paragraph(style="NotesRule")
        notes = Layout(layout.width, style="NoteText")
        yield from self._items(node["c"], notes, "NoteText", self.parts.numbered(NUMBERS))

    def _aside(self, node: dict[str, Any], layout: Layout) -> Iterator[Part]:
        # A table of one cell: a border on the paragraphs would shift with the indent of every list in them.
        inner = Layout(max(layout.room - 2 * PADDING, PADDING), look=layout.look)
        content = list(self.flow(node["c"], inner))
        yield from table("TableAside", [layout.room], [Row([content])], layout.left)


def _inside(layout: Layout) -> Layout:
    """Return the layout of what is inside a list."""
    style = layout.style if layout.style == "NoteText" else "ListContinue"
    return replace(layout, style=style, left=deeper(layout.left, layout.width), depth=layout.depth + 1)


def _first_line(nodes: Sequence[Tree]) -> tuple[Sequence[Tree], Sequence[Tree]]:
    """Return the nodes on the line of a list's mark, and the nodes that follow below it."""
    first = nodes[0] if nodes else ""
    if not isinstance(first, str) and first["t"] in _LINES:
        rest = nodes[1:]
        return ([{"t": "strong", "c": first["c"]}] if first["t"] == "strong-line" else first["c"]), rest
    at = 0
    while at < len(nodes) and (isinstance(node := nodes[at], str) or node["t"] in INLINE):
        at += 1
    return nodes[:at], nodes[at:]


def _plain(node: Tree) -> str:
    return node if isinstance(node, str) else "".join(_plain(child) for child in node.get("c", ()))
