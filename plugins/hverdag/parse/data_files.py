"""Data files that lie outside the publication's folders: read as strictly as those inside."""

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
from .publication import MAX_DATA

P = TypeVar("P", bound=Placed)


def read_data(root: Path, folder: str, kind: DataKind[P]) -> Iterator[tuple[P, list[Problem]]]:
    """Yield what each .yml file of a folder holds, and the problems in it. One that cannot be read is passed over, and
    has its problem. No link is followed."""
    for entry in entries(root, folder):
        is_data = entry.path.endswith(".yml") and entry.path.rpartition("/")[0] == folder
        if is_data and entry.kind is not EntryKind.FOLDER:
            text, problems = read_text(root, entry.path, MAX_DATA)
            if text is None:
                yield kind.model(path=entry.path), problems
            else:
                tree = read_fields(text, entry.path, most=kind.most)
                placed, faults = declare(kind.model, tree, entry.path)
                yield placed, [*problems, *tree.problems, *faults]
