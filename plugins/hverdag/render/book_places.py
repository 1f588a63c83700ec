"""Places in the book: a label for each value, story and method, and for each heading in their texts; links between
texts lead to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from ..model.slug import slug
from ..model.texts.body import HEADINGS, Body
from ..model.texts.document import Document
from ..model.texts.story import Story
from ..model.texts.value import Value
from ..paper.shared import PaperParts
from ..paper.text_tree import PaperText, shown
from .web import PLACES

ROOM = 114
"""Millimetres for a picture."""

LINE = 58
"""Letters on a line, about."""

LONGEST_TITLE_RUN = 26
"""Letters: a longer run without a space would leave the page in the size of a title."""


def place(document: Document) -> str:
    """Return the label of a value, a story or a method: the same id may be all three."""
    kind = "v" if isinstance(document, Value) else "s" if isinstance(document, Story) else "m"
    return f"{kind}-{document.id}"


def titled(text: str) -> str:
    """Return a title as it can be set in large letters."""
    return shown(text, LONGEST_TITLE_RUN)


@dataclass
class BookText:
    """The texts of one book as trees: links to what is in the book lead there, and others to the public address."""

    parts: PaperParts
    inside: Sequence[Document]
    _places: dict[str, str] = field(init=False)
    _headings: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {document.path: place(document) for document in self.inside}
        self._headings = {document.path: tuple(_headings(document.body)) for document in self.inside}
        self._text = PaperText(self.link, self.parts.site.handbook.pictures, room=ROOM, line=LINE)

    def link(self, target: str) -> str:
        """Return where a link leads: a place in the book, an address, or nowhere."""
        path, _, name = target.partition("#")
        if path not in self._places:
            return self.parts.link(target)
        return f"#{self._places[path]}/{name}" if name in self._headings[path] else f"#{self._places[path]}"

    def tree(self, document: Document) -> list[Any]:
        """Return a text as a tree in which each heading has its label."""
        tree = self.parts.tree(document, self._text)
        names = iter(self._headings[document.path])
        for node in tree:
            if isinstance(node, dict) and node["t"] == "heading":
                node["place"] = f"{place(document)}/{next(names)}"
        return tree


def _headings(body: Body) -> Iterator[str]:
    """Yield, for each heading that stands for itself, the name that the web knows it by."""
    taken = set(PLACES)
    own = {id(node) for node in body.children}
    for element in body.elements():
        if element.tag in HEADINGS:
            wanted = slug(Body((element,)).text) or "afsnit"
            names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
            name = next(name for name in names if name not in taken)
            taken.add(name)
            if id(element) in own:
                yield name
