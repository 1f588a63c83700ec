"""A kind of data file: YAML with the declared fields of a feature, such as `values/workplaces.yml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from .declared import Placed

P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, kw_only=True)
class DataKind(Generic[P]):
    """A feature's kind of data file. `path` is that of its one file, or `values/receipts/*.yml` for every file of a
    folder; `title` is the heading of its table in the editors' reference. `most` is the number of characters that one
    file may have. `contributed` is True if staff have written texts in it, which are searched for names as stories are.
    """

    id: str
    model: type[P]
    path: str
    title: str
    most: int = 20_000
    contributed: bool = False

    @cached_property
    def folder(self) -> str:
        """The folder that is its files' alone, with a slash; an empty string for a kind of one file."""
        return self.path.removesuffix("*.yml") if self.path.endswith("*.yml") else ""

    def has(self, path: str) -> bool:
        """Return True if a file is one of this kind."""
        if not self.folder:
            return path == self.path
        return path.startswith(self.folder) and path.endswith(".yml") and "/" not in path.removeprefix(self.folder)


def data_kind_of(kinds: Iterable[DataKind[Placed]], path: str) -> DataKind[Placed] | None:
    """Return the kind of a data file, by its path; None for any other file."""
    return next((kind for kind in kinds if kind.has(path)), None)
