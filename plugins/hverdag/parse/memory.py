"""Texts that were read before: while a preview runs, one that has not changed is not read again."""

from dataclasses import dataclass, field
from typing import TypeVar

from ..model.declared import Placed
from ..model.problem import Problem
from .files import Texts

P = TypeVar("P", bound=Placed)


@dataclass
class Memory:
    """The documents, settings and data files of earlier readings of one publication, with the text that each was read
    from, and the texts of its files."""

    texts: Texts = field(default_factory=dict)
    _known: dict[tuple[type[Placed], str], tuple[str, Placed, tuple[Problem, ...]]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True if nothing was read yet."""
        return not self._known

    def find(self, kind: type[P], path: str, text: str | None) -> tuple[P, tuple[Problem, ...]] | None:
        """Return what was read from the same text at the same path, and its problems; None if it was another, or
        none."""
        entry = self._known.get((kind, path))
        if entry is None or entry[0] != text:
            return None
        _, placed, problems = entry
        assert isinstance(placed, kind), "its key says so"  # noqa: S101
        return placed, problems

    def keep(self, text: str, placed: Placed, problems: tuple[Problem, ...]) -> None:
        """Keep what was read from a text."""
        self._known[type(placed), placed.path] = (text, placed, problems)
