"""A text that is put together from others, and the place in these that each of its lines has."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...model.problem import Source
from ...parse.composed import composed

_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:")


class Piece(NamedTuple):
    """Adjacent lines of a file: its path, the number of the first of them, and the lines."""

    path: str
    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PutTogether:
    """A text of several pieces, one after the other."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(f"{line}\n" for piece in self.pieces for line in piece.lines)

    def place(self, source: Source) -> Source:
        """Return the place in its own file of a place in the text."""
        if not self.pieces:
            return source
        begins = [1]
        for piece in self.pieces:
            begins.append(begins[-1] + len(piece.lines))
        at = max(0, min(bisect_right(begins, source.line), len(self.pieces)) - 1)
        piece = self.pieces[at]
        return replace(source, path=piece.path, line=piece.first + source.line - begins[at])


def fields_of(path: str, text: str) -> Mapping[str, Piece]:
    """Return the lines of each field of a YAML file that stands at its left edge, by name. What stands before the first
    one has no name. A file that YAML cannot read is taken apart by what its lines look like."""
    named = read_apart(path, text)
    if named:
        return named
    found = ((match, number) for number, line in enumerate(text.split("\n")) if (match := _FIELD.match(line)))
    return _pieces(path, text, [(match[1], number) for match, number in found])


def read_apart(path: str, text: str) -> Mapping[str, Piece]:
    """Do as `fields_of` with a file where YAML itself must say what each line belongs to; nothing if the file cannot be
    read, or if its fields cannot be told apart by lines."""
    read = composed(text)
    begins = sorted(
        (line - 1, column, str(name)) for (name, *inside), (line, column) in read.places.items() if not inside
    )
    numbers = {number for number, *_ in begins}
    if len(numbers) < len(begins) or any(column != 1 for _, column, _ in begins) or read.is_endless:
        return {}
    return _pieces(path, text, [(name, number) for number, _, name in begins]) if begins else {}


def _pieces(path: str, text: str, begins: Iterable[tuple[str, int]]) -> Mapping[str, Piece]:
    lines, every = text.removesuffix("\n").split("\n"), [("", 0), *begins]
    ends = [*(number for _, number in every[1:]), len(lines)]
    return {
        name: Piece(path, first + 1, tuple(lines[first:end])) for (name, first), end in zip(every, ends, strict=True)
    }


def laid_over(own: Mapping[str, Piece], shared: Mapping[str, Piece], names: Collection[str]) -> PutTogether:
    """Return a file's own fields, and of another's those with some names that it does not have itself."""
    return joined((*own.values(), *(shared[name] for name in shared if name in names and name not in own)))


def joined(pieces: Iterable[Piece]) -> PutTogether:
    """Return pieces as one text; those without lines are left out."""
    return PutTogether(tuple(piece for piece in pieces if piece.lines))
