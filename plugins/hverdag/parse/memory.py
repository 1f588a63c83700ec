"""Texts that were read before: while a preview runs, one that has not changed is not read again."""

from dataclasses import dataclass, field
from typing import TypeVar

from ..model.problem import Problem
from ..model.texts.document import Document

D = TypeVar("D", bound=Document)


@dataclass
class Memory:
    """The documents of earlier readings of one publication, with the text that each was read from."""

    _known: dict[tuple[type[Document], str], tuple[str, Document, tuple[Problem, ...]]] = field(default_factory=dict)

    def find(self, kind: type[D], path: str, text: str | None) -> tuple[D, tuple[Problem, ...]] | None:
        """Return the document that was read from the same text at the same path, and its problems; None if it was
        another, or none."""
        entry = self._known.get((kind, path))
        if entry is None or entry[0] != text:
            return None
        _, document, problems = entry
        assert isinstance(document, kind), "its key says so"  # noqa: S101
        return document, problems

    def keep(self, text: str, document: Document, problems: tuple[Problem, ...]) -> None:
        """Keep a document that was read from a text."""
        self._known[type(document), document.path] = (text, document, problems)
