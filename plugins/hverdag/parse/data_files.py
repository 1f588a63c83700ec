"""Data files, as features declare them: one by one, and all of a folder that lies outside the publication's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from ..model.data_kind import DataKind
from ..model.declared import Placed
from ..model.files import EntryKind
from ..model.problem import Problem
from .fields import declare
from .files import entries, read_text
from .front_matter import read_fields
from .memory import Memory
from .tree import Tree

P = TypeVar("P", bound=Placed)

MAX_DATA = 1_000_000
"""The most bytes of a data file."""


def read_data_file(root: Path, path: str, kind: DataKind[P], memory: Memory | None = None) -> tuple[P, list[Problem]]:
    """Return what a file holds, and the problems in it. One that cannot be read is there with its path alone."""
    known = memory or Memory()
    text, problems = read_text(root, path, MAX_DATA, known.texts)
    placed, faults = read_placed(kind.model, path, text, kind.most, known)
    return placed, [*problems, *faults]


def read_placed(
    model: type[P], path: str, text: str | None, most: int, memory: Memory
) -> tuple[P, tuple[Problem, ...]]:
    """Return the fields of a YAML file of at most `most` characters, and the problems in them. A text that `memory`
    knows is not read again."""
    found = memory.find(model, path, text)
    if found is None:
        tree = read_fields(text, path, most=most) if text is not None else Tree(lost=True)
        placed, faults = declare(model, tree, path)
        found = placed, (*tree.problems, *faults)
        if text is not None:
            memory.keep(text, *found)
    return found


def read_data(root: Path, folder: str, kind: DataKind[P]) -> Iterator[tuple[P, list[Problem]]]:
    """Yield what each .yml file of a folder holds, and the problems in it. No link is followed."""
    for entry in entries(root, folder):
        is_data = entry.path.endswith(".yml") and entry.path.rpartition("/")[0] == folder
        if is_data and entry.kind is not EntryKind.FOLDER:
            yield read_data_file(root, entry.path, kind)
