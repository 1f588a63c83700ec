"""Labels in the book: one for each value, story and method, and for each heading in their texts, as targets of links
between texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...model.texts.anchors import heading_anchor
from ...model.texts.body import HEADINGS, Body
from ...model.texts.document import Document
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...paper.kit import PaperKit
from ...paper.runs import shown
from ...paper.text_tree import PaperText, Tree

ROOM = 114
"""Millimetres: the greatest width of a picture."""

LINE = 58
"""Characters on a line, approximately."""

LONGEST_TITLE_RUN = 26
"""Characters: a longer run without a space would be wider than the page in the size of a title."""


def place(document: Document) -> str:
    """Return the label of a value, a story or a method, with a prefix: all three kinds may have the same id."""
    kind = "v" if isinstance(document, Value) else "s" if isinstance(document, Story) else "m"
    return f"{kind}-{document.id}"


def titled(text: str) -> str:
    """Return a title ready for typesetting in large letters."""
    return shown(text, LONGEST_TITLE_RUN)


@dataclass
class BookText:
    """The texts of one book as trees: a link to a text in the book becomes internal, any other gets its public
    address."""

    paper: PaperKit
    inside: Sequence[Document]
    reserved_ids: frozenset[str] = frozenset()
    _places: dict[str, str] = field(init=False)
    _headings: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {document.path: place(document) for document in self.inside}
        self._headings = {document.path: tuple(_headings(document.body, self.reserved_ids)) for document in self.inside}
        self._text = PaperText(self.link, self.paper.pictures, room=ROOM, line=LINE, tell=self.paper.words.tell)

    def link(self, target: str) -> str:
        """Return a link's address: `#` and a label in the book, a public address, or an empty string."""
        path, _, name = target.partition("#")
        if path not in self._places:
            return self.paper.link(target)
        return f"#{self._places[path]}/{name}" if name in self._headings[path] else f"#{self._places[path]}"

    def tree(self, document: Document) -> list[Tree]:
        """Return a text as a tree in which each top-level heading has its label."""
        tree = self.paper.tree(document, self._text)
        names = iter(self._headings[document.path])
        for node in tree:
            if isinstance(node, dict) and node["t"] == "heading":
                node["place"] = f"{place(document)}/{next(names)}"
        return tree


def _headings(body: Body, reserved_ids: frozenset[str]) -> Iterator[str]:
    """Yield, for each top-level heading, the id that it has on its web page."""
    taken = set(reserved_ids)
    own = {id(node) for node in body.children}
    for element in body.elements():
        if element.tag in HEADINGS:
            name = heading_anchor(element, taken)
            if id(element) in own:
                yield name
