"""The body of a text as a tree of sanitised HTML, which every output is rendered from."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

WORDS_A_MINUTE_ALOUD = 130
WORDS_A_MINUTE_SILENT = 200


@dataclass(frozen=True, slots=True)
class Element:
    """An element of sanitised HTML. Links to our own files, and images, have the file's path in the publication, such
    as `stories/the-key.md`, because each edition has its own addresses.

    `line` and `column` are its place in the file, from 1; 0 if it is unknown. Blocks, rows, cells, links and pictures
    have a line.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Node, ...]" = ()
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    def get(self, name: str) -> str:
        """Return an attribute's text, or an empty string."""
        return next((text for key, text in self.attributes if key == name), "")


Node: TypeAlias = Element | str

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Body:
    """The text of a story, a value or a page: its nodes, and the line it starts on."""

    children: tuple[Node, ...] = ()
    line: int = 1
    source: str = ""

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield every line of the source with its number in the file."""
        return enumerate(self.source.split("\n"), self.line)

    @property
    def is_unread(self) -> bool:
        """True if nothing of the source could be read: its problem has been reported."""
        return not self.children and bool(self.source.strip())

    def elements(self) -> tuple[Element, ...]:
        """Return every element, in reading order."""
        return self._elements

    @cached_property
    def links(self) -> tuple[Element, ...]:
        """The elements that lead somewhere, in reading order."""
        return tuple(element for element in self._elements if element.tag == "a" and element.get("href"))

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the pictures, in reading order."""
        return tuple(element.get("src") for element in self._elements if element.tag == "img")

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        found: list[Element] = []
        pending: list[Node] = list(reversed(self.children))
        while pending:
            node = pending.pop()
            if isinstance(node, Element):
                found.append(node)
                pending.extend(reversed(node.children))
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """The plain text; blocks are separated by line breaks."""
        return "".join(_texts(self.children)).strip()

    @cached_property
    def words(self) -> int:
        """The number of words in the text."""
        return len(self.text.split())

    @property
    def minutes_aloud(self) -> float:
        """The minutes it takes to read the text aloud."""
        return self.words / WORDS_A_MINUTE_ALOUD

    @property
    def minutes_to_plan(self) -> int:
        """The minutes that a meeting sets aside for reading the text aloud, rounded up, at least one."""
        return max(1, math.ceil(self.minutes_aloud))

    @property
    def minutes_silent(self) -> int:
        """The minutes it takes to read the text silently, rounded, at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE_SILENT))


_INLINE = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "img", "input", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "u"}
)


def _texts(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node.replace("\n", " ")  # a line break in the source has no meaning
        else:
            yield from _texts(node.children)
            if node.tag not in _INLINE:
                yield "\n"
