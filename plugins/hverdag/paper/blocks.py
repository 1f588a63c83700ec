"""The blocks of a text as data, which know where they are written."""

from typing import Any

from ..model.problem import Source


class Block(dict[str, Any]):
    """A block of a text as data; `line` is its line in the file, or 0, and `source` its place, once that is known."""

    line = 0
    source: Source | None = None


def as_block(tree: dict[str, Any] | str, line: int | None) -> dict[str, Any] | str:
    """Return the data of a block with its line; what has none, and a text, stay as they are."""
    if isinstance(tree, str) or line is None:
        return tree
    block = Block(tree)
    block.line = line
    return block
