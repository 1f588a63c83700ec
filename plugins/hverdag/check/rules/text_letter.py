"""A letter or a digit that no font on paper has.

On a screen it is drawn by the reader's own device; on paper there would be a hole in the word.

Good:

    summary: Li Na smiled.

Bad:

    summary: 李娜 smiled.
"""

from collections.abc import Callable, Iterable, Iterator

from ...model.declared import Declared, Place, Placed, fields
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.body import Body, Element, Node
from ...model.texts.document import Document
from ...model.texts.story import State, Story
from ...paper.letters import missing_letters

RULE = Rule(
    "text-letter",
    Level.ERROR,
    '"{given}" ({code}) cannot be printed: no font on paper has it.',
    "Write it with other letters.",
    __doc__,
)

Find = Callable[[str], Iterable[tuple[int, str]]]
"""Returns what paper lacks of a text, each piece with its index."""

_AWAY = (State.RETIRED, State.DECLINED)
"""Stories that are on no paper."""

MOST_TOLD = 20
"""Characters of a piece that a message tells."""


def check_text(placed: Placed) -> Iterator[Problem]:
    """Yield a problem for each field with such letters, and for each piece of a text."""
    return lacking(RULE, missing_letters, placed)


def lacking(rule: Rule, find: Find, placed: Placed) -> Iterator[Problem]:
    """Yield a problem for each field with a piece that paper lacks, and for each such piece of a text."""
    if not (isinstance(placed, Story) and placed.state in _AWAY):
        for source, piece in _pieces(placed, find):
            yield _problem(rule, source, piece)


def _pieces(placed: Placed, find: Find) -> Iterator[tuple[Source, str]]:
    """Yield what paper lacks of a document or a data file, with its places: of a field all pieces together, and of a
    text each."""
    for place, text in texts(placed):
        lacked = dict.fromkeys(piece for _, piece in find(text))
        if lacked:
            yield placed.at(*place), " ".join(lacked)
    if isinstance(placed, Document):
        yield from _in_body(placed, find)


def _problem(rule: Rule, source: Source, piece: str) -> Problem:
    told = piece if len(piece) <= MOST_TOLD else piece[:MOST_TOLD] + "…"
    return rule.at(source, given=told, code=f"U+{ord(piece[0]):04X}")


def _in_body(document: Document, find: Find) -> Iterator[tuple[Source, str]]:
    wanted = {piece for _, piece in find(document.body.text)}
    if not wanted:
        return
    for number, line in document.body.lines():
        for at, piece in find(line):
            if piece in wanted:
                yield Source(document.path, number, at + 1), piece
    typed = {piece for _, piece in find(document.body.source)}
    for piece in sorted(wanted - typed):  # written as an entity
        yield Source(document.path, _line_of(piece, document.body.children, document.body.line)), piece


def _line_of(piece: str, nodes: Iterable[Node], line: int) -> int:
    """Return the line of the innermost element that holds a piece of text; `line` if no element there does."""
    for node in nodes:
        if isinstance(node, Element) and piece in Body((node,)).text:
            return _line_of(piece, node.children, node.line or line)
    return line


def texts(part: Declared, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every text that an editor has written in fields, and its place."""
    for name in fields(type(part)):
        yield from _held(getattr(part, name), (*place, name))


def _held(held: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(held, str):
        yield place, held
    elif isinstance(held, Declared):
        yield from texts(held, place)
    elif isinstance(held, tuple):
        for number, item in enumerate(held):
            yield from _held(item, (*place, number))
