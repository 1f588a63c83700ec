"""A text as its tokens, and the places in the file that they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markdown_it.token import Token

from ..model.problem import Source


@dataclass(frozen=True)
class Reading:
    """The tokens of a text, what the reader noted of it, and its lines."""

    tokens: list[Token]
    env: dict[str, Any]
    lines: list[str]
    path: str
    first_line: int

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    def at(self, line: int, column: int = 1) -> Source:
        """Return the source of a line of the text, from 0, and a column, from 1."""
        return Source(self.path, line + self.first_line, column)

    def piece(self, line: int, piece: str, last: int | None = None) -> Source:
        """Return the source of a piece of text, looked for from a line to the one before `last`; the first of the lines
        if it is not found."""
        for number in range(line, min(last or line + 1, len(self.lines))):
            column = self.lines[number].casefold().find(piece.casefold())
            if column >= 0:
                return self.at(number, column + 1)
        return self.begin(line)

    def begin(self, line: int) -> Source:
        """Return the source of the first letter on a line of the text, from 0."""
        return self.at(line, _indent(self.lines[line]) + 1 if line < len(self.lines) else 1)

    def inside(self, inline: Token, position: int) -> Source:
        """Return the source of a position in the content of a block."""
        before = inline.content[:position]
        line = first_line(inline) + before.count("\n")
        own = inline.content.split("\n")[before.count("\n")]
        column = position - before.rfind("\n") - 1
        raw = self.lines[line] if line < len(self.lines) else ""
        # A block's lines lie in their containers, and a cell of a table beside others.
        start = raw.find(own.strip())
        return self.at(line, start + 1 + column - _indent(own)) if start >= 0 else self.begin(line)

    def blocks(self) -> Iterator[Token]:
        """Yield the tokens that hold a block's own text, as they stand in the file."""
        yield from self.env["blocks"]


def first_line(token: Token) -> int:
    """Return the line of the text, from 0, that a token begins on."""
    return token.map[0] if token.map else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
