"""The text of a story in Word: a rendering for each tag of the tree that paper_text.py makes, and for no other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..paper.text_tree import INLINE, Tree, UnknownElementError
from .elements import PLAIN, Look, Part, Parts, Row, deeper, paragraph, run, table, target
from .styles import BULLETS, LEVELS, NUMBERS, STEP, TEXT_WIDTH

MOST_COLUMNS = 63
"""Word calls a file damaged for a table of more."""
HIGHEST_START = 32_000
"""Word counts to 32,767 in a list."""
PADDING = 170
"""What a cell keeps free at its sides, in twentieths of a point."""

_LOOKS: Mapping[str, Mapping[str, bool]] = {"em": {"italic": True}, "strong": {"bold": True}, "sup": {"raised": True}}
_LINES = frozenset({"p", "group", "heading", "strong-line"})


@dataclass(frozen=True)
class Place:
    """Where text stands: how wide its page or cell is, how far in, in how many lists, and how it looks there."""

    width: int = TEXT_WIDTH
    left: int = 0
    depth: int = 0
    style: str = ""
    look: Look = PLAIN
    side: str = ""

    @property
    def room(self) -> int:
        """What is left of the width."""
        return self.width - self.left


@dataclass
class WordText:
    """Turns trees into Word's elements. `pictures` gives a picture's bytes by its path in the publication."""

    parts: Parts
    pictures: Callable[[str], bytes]
    _spaced: bool = field(default=True, init=False)

    def flow(self, nodes: Iterable[Tree], place: Place = Place()) -> Iterator[Part]:
        """Yield the blocks of a text; what runs in a line becomes a paragraph. Raises UnknownElementError."""
        line: list[Tree] = []
        for node in nodes:
            if isinstance(node, str) or node["t"] in INLINE:
                line.append(node)
                continue
            yield from self._line(line, place)
            line = []
            yield from self._block(node, place)
        yield from self._line(line, place)

    def _line(self, nodes: Sequence[Tree], place: Place) -> Iterator[Part]:
        if any(not isinstance(node, str) or node.strip() for node in nodes):
            yield self._paragraph(nodes, place)

    def _paragraph(self, nodes: Iterable[Tree], place: Place, keep: bool = False) -> Part:
        left = place.left or None
        return paragraph(self._runs(nodes, place), place.style, left=left, side=place.side, keep=keep)

    def _runs(self, nodes: Iterable[Tree], place: Place) -> list[Part]:
        self._spaced = True
        return [made for node in nodes for made in self._inline(node, place)]

    def _inline(self, node: Tree, place: Place) -> Iterator[Part]:
        if isinstance(node, str):
            yield from self._words(node, place.look)
            return
        tag = node["t"]
        if tag in _LOOKS or tag in _LINES:
            inner = replace(place, look=replace(place.look, **_LOOKS.get(tag, {})))
            yield from (made for one in node["c"] for made in self._inline(one, inner))
        elif tag == "a":
            yield from self._link(node, place)
        elif tag == "br":
            self._spaced = True
            yield run("\n")
        elif tag == "code":
            self._spaced = False
            yield run(_plain(node).replace("\n", " "), replace(place.look, code=True))
        elif tag == "img":
            self._spaced = False
            yield self.parts.picture(self.pictures(node["path"]), node["alt"], place.room)
        else:
            raise UnknownElementError(tag)

    def _words(self, words: str, look: Look) -> Iterator[Part]:
        # As in a browser: no space begins a line, and two that meet are one.
        shown = words.removeprefix(" ") if self._spaced else words
        if shown:
            self._spaced = shown.endswith(" ")
            yield run(shown, look)

    def _link(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        address = target(node["href"])
        inner = replace(place, look=replace(place.look, link=True)) if address else place
        runs = [made for one in node["c"] for made in self._inline(one, inner)]
        yield from [self.parts.link(address, runs)] if address else runs

    def _block(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        tag = node["t"]
        if tag == "group":
            yield from self.flow(node["c"], place)
        elif tag == "blockquote":
            yield from self.flow(node["c"], replace(place, style="Quote", left=deeper(place.left, place.width)))
        elif tag == "hr":
            yield paragraph(style="Rule")
        elif tag == "pre":
            words = run(_plain(node), place.look)
            yield paragraph([words], "HTMLPreformatted", left=place.left or None)
        elif tag in _LINES:
            yield self._whole_line(node, place)
        else:
            many = {"dl": self._terms, "table": self._table, "aside": self._aside, "notes": self._notes}
            made = self._list if tag in ("ul", "ol") else many.get(tag)
            if not made:
                raise UnknownElementError(tag)
            yield from made(node, place)

    def _whole_line(self, node: dict[str, Any], place: Place) -> Part:
        if node["t"] == "heading":
            place = replace(place, style=f"Heading{min(node['level'], 6)}")
        bold = node["t"] == "strong-line"
        look = replace(place.look, bold=True) if bold else place.look
        return self._paragraph(node["c"], replace(place, look=look), keep=bold)

    def _list(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        level = min(place.depth, LEVELS - 1)
        kind = "ListBullet" if node["t"] == "ul" else "ListNumber"
        style = f"{kind}{min(level + 1, 3) if level else ''}"
        if node["t"] == "ul":
            yield from self._items(node["c"], place, style, BULLETS)
        elif node["start"] <= HIGHEST_START:
            number = self.parts.numbered(NUMBERS, level, node["start"])
            yield from self._items(node["c"], place, style, number)
        else:
            for at, item in enumerate(node["c"], node["start"]):
                told: list[Tree] = [f"{at}. ", *_first_line(item["c"])[0]]
                yield self._paragraph(told, place)
                yield from self.flow(_first_line(item["c"])[1], _inside(place))

    def _items(self, items: Iterable[Mapping[str, Any]], place: Place, style: str, number: int) -> Iterator[Part]:
        level, inner = min(place.depth, LEVELS - 1), _inside(place)
        # The styles of the first three levels stand where they should; elsewhere the paragraph says it itself.
        own = None if inner.left == STEP * (level + 1) else inner.left
        listed = None if number == BULLETS and place.depth < 3 else (number, level)
        for item in items:
            first, rest = _first_line(item["c"])
            hanging = 0 if own is None else min(STEP, own)
            yield paragraph(self._runs(first, inner), style, number=listed, left=own, hanging=hanging)
            yield from self.flow(rest, inner)

    def _terms(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        told = replace(place, left=deeper(place.left, place.width))
        for pair in node["c"]:
            yield from self.flow(pair["dt"], replace(place, style="Term"))
            yield from self.flow(pair["dd"], told)

    def _table(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        columns, rows = node["columns"], [node["head"], *node["rows"]]
        if columns > MOST_COLUMNS:
            for row in rows:
                cells: list[Tree] = [{"t": "group", "c": [*cell["c"], " | "]} for cell in row]
                yield self._paragraph(cells, place)
            return
        width = place.room // columns

        def cell(held: Mapping[str, Any], side: str, head: bool) -> list[Part]:
            look = Look(bold=head)
            inner = Place(max(width - PADDING, PADDING), style="Cell", look=look, side=side)
            return list(self.flow(held["c"], inner))

        made = (
            Row([cell(one, side, not at) for one, side in zip(row, node["align"], strict=True)], head=not at)
            for at, row in enumerate(rows)
            if row
        )
        yield from table("TableGrid", [width] * columns, made, place.left)

    def _notes(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        yield paragraph(style="NotesRule")
        notes = Place(place.width, style="NoteText")
        yield from self._items(node["c"], notes, "NoteText", self.parts.numbered(NUMBERS))

    def _aside(self, node: dict[str, Any], place: Place) -> Iterator[Part]:
        # A cell of its own: a line along paragraphs would jump with every list in them.
        inner = Place(max(place.room - 2 * PADDING, PADDING), look=place.look)
        held = list(self.flow(node["c"], inner))
        yield from table("TableAside", [place.room], [Row([held])], place.left)


def _inside(place: Place) -> Place:
    """The place of what stands in a list."""
    style = place.style if place.style == "NoteText" else "ListContinue"
    return replace(place, style=style, left=deeper(place.left, place.width), depth=place.depth + 1)


def _first_line(nodes: Sequence[Tree]) -> tuple[Sequence[Tree], Sequence[Tree]]:
    """Part what stands beside the mark of a list from what follows under it."""
    first = nodes[0] if nodes else ""
    if not isinstance(first, str) and first["t"] in _LINES:
        rest = nodes[1:]
        return ([{"t": "strong", "c": first["c"]}] if first["t"] == "strong-line" else first["c"]), rest
    at = 0
    while at < len(nodes) and (isinstance(one := nodes[at], str) or one["t"] in INLINE):
        at += 1
    return nodes[:at], nodes[at:]


def _plain(node: Tree) -> str:
    return node if isinstance(node, str) else "".join(_plain(one) for one in node.get("c", ()))
