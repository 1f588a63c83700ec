"""Texts that were read before. While a preview runs, one that has not changed is not read again; from one run to the
next, what takes longest of a reading is remembered."""

from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from ..model.declared import Placed
from ..model.problem import Problem
from ..model.text_digest import note_text, text_digest
from .files import Texts

P = TypeVar("P", bound=Placed)


@dataclass
class Memory:
    """The documents, settings and data files of earlier readings of one publication, with the text that each was read
    from, and the texts of its files.

    `html` is what earlier runs have worked out of texts without problems, by digests of what decides: their clean HTML,
    and nothing of hand-written pages and of texts that rules found nothing in. `edition` is that of the program.
    """

    html: MutableMapping[str, str] = field(default_factory=dict)
    edition: str = ""
    texts: Texts = field(default_factory=dict)
    _languages: "dict[str, Memory]" = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[type[Placed], str], tuple[str, Placed, tuple[Problem, ...]]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True if nothing was read yet."""
        return not self._known

    def of(self, language: str) -> "Memory":
        """Return what is known of the same publication in another language."""
        return self._languages.setdefault(language, Memory())

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
        note_text(placed, text)
        self._known[type(placed), placed.path] = (text, placed, problems)

    def key(self, path: str, *decides: object) -> str:
        """Return what the clean HTML of the text at a path is known by in `html`: a digest of everything that decides,
        the program among it."""
        text = "\0".join(map(str, (self.edition, *decides)))
        self._keys[path] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self._keys[path]

    def is_sound(self, placed: Placed) -> bool:
        """Return True if no rule that looks at one text alone found anything in the text that this was read from."""
        digest = text_digest(placed)
        return bool(digest) and f"{self.edition}-{digest}" in self.html

    def note_sound(self, placed: Placed) -> None:
        """Note that no such rule finds anything in a text, if it is known which text it was."""
        if digest := text_digest(placed):
            self.html[f"{self.edition}-{digest}"] = ""

    def forget_html(self, paths: Iterable[str]) -> None:
        """Have what is known of the texts at some paths kept for no later run."""
        for path in paths:
            self.html.pop(self._keys.get(path, ""), None)
