"""The sentences of texts and fields, as they are compared with those of another publication.

Only letters and digits count, so that a sentence is the same wherever its lines break and whatever marks stand in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.declared import Declared, Place, fields
from ..model.texts.body import Body

FEWEST_WORDS = 4
FEWEST_LETTERS = 25
"""A shorter sentence may well have been written twice."""

_MARK = r"[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|[|:])[ \t]"
_NOT_READ = re.compile(
    rf"\A{_MARK}"
    r"|\{\{[^{}]{0,500}\}\}|\{[ %]?[.:#%][^{}\n]{0,500}\}"  # macros and attributes
    r"|<!--[^<>]{0,2000}-->|(?<=\])\([^()\n]{0,500}\)"  # comments and the targets of links
)
"""Every part has a limit: contributed texts may hold a hundred thousand openings."""
_END = re.compile(r"[.!?:][)'\"»«”“*_]*(?=\s+[^\w\s]*[A-ZÆØÅ])")
_NO_LETTERS = re.compile(r"[\W_]+")
_BEGINS_A_BLOCK = re.compile(_MARK)
HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")


class Sentence(NamedTuple):
    """A sentence as it is written, what it is compared by, and where it begins in the text around it."""

    text: str
    folded: str
    start: int = 0

    @property
    def is_telling(self) -> bool:
        """True if it is long enough that nobody writes it twice by chance."""
        return len(self.folded) >= FEWEST_LETTERS and len(self.text.split()) >= FEWEST_WORDS


class TextBlock(NamedTuple):
    """A paragraph, heading, item or row of a body, and the line in the file that it begins on."""

    text: str
    line: int

    @property
    def is_heading(self) -> bool:
        """True for a heading that begins with number signs."""
        return HEADING.match(self.text) is not None

    def place(self, start: int) -> tuple[int, int]:
        """Return the line and column in the file of a place in the text."""
        before = self.text[:start]
        return self.line + before.count("\n"), start - before.rfind("\n")


def folded(text: str) -> str:
    """Return a text as it is compared: its letters and digits."""
    return _NO_LETTERS.sub("", text.casefold())


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, without its first mark, macros, attributes and the targets of links."""
    plain = _NOT_READ.sub(lambda found: " " * len(found[0]), text)
    start = 0
    for end in (*(found.end() for found in _END.finditer(plain)), len(plain)):
        begins = end - len(plain[start:end].lstrip("*_ \t\n»"))
        if begins < end:
            yield Sentence(" ".join(text[begins:end].split()).rstrip("*_ "), folded(plain[begins:end]), begins)
        start = end


def blocks(body: Body) -> Iterator[TextBlock]:
    """Yield the blocks of a body's source."""
    begins, held = 0, list[str]()
    for number, line in body.lines():
        if held and (not line.strip() or _BEGINS_A_BLOCK.match(line) or HEADING.match(held[-1])):
            yield TextBlock("\n".join(held), begins)
            held = []
        if line.strip():
            begins = begins if held else number
            held.append(line)
    if held:
        yield TextBlock("\n".join(held), begins)


def texts_in(model: Declared, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every text in the fields of a model with its place, also those in lists and in fields within fields."""
    for name in fields(type(model)):
        yield from _in(getattr(model, name), (*place, name))


def _in(held: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(held, Declared):
        yield from texts_in(held, place)
    elif isinstance(held, tuple):
        for number, item in enumerate(held):
            yield from _in(item, (*place, number))
    elif isinstance(held, str) and held:
        yield place, str(held)
