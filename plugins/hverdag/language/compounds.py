"""Danish writes words together: a nattevagt is a vagt, and is about natten.

Any word that ends with another could be taken for a compound of it. A true one is inflected as its last part is:
`fællesskabet` is `-et` as `skabet` is, but `fællesskaber` is not `skabe`, so that no cupboard is found.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .dictionary import Dictionary

_SHORTEST = 3
_DEEPEST = 2
_VOWELS = frozenset("aeiouyæøå")


class Split(NamedTuple):
    """A compound in two: what its first part is as it stands, the words that may be, and its last part."""

    prefix: str
    first: tuple[str, ...]
    last: str


class Splitter:
    """Takes compounds apart, with the words of a dictionary."""

    def __init__(self, known: Dictionary) -> None:
        self._known = known

    def parts(self, word: str, depth: int = _DEEPEST) -> tuple[str, ...]:
        """Return the words that a word in its basic form is made of: none where it is no compound."""
        split = self.split(word, self._known.endings(word))
        if not split:
            return ()
        found = [*split.first, split.last]
        deeper = [part for half in found for part in (self.parts(half, depth - 1) if depth else ())]
        return tuple(dict.fromkeys((*found, *deeper)))

    def split(self, word: str, endings: frozenset[str] = frozenset()) -> Split | None:
        """Return the best way to take a word in two, or nothing. `endings` are those that the word is known to take."""
        return max(self._splits(word, endings), key=_evenness, default=None)

    def _splits(self, word: str, endings: frozenset[str]) -> Iterator[Split]:
        telling = endings - {"s"}  # nearly every word takes -s
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            last = word[at:]
            if not any(letter in _VOWELS for letter in last) or not self._known.words(last):
                continue
            if len(telling & self._known.endings(last)) < len(telling) / 2:
                continue
            first = self._first(word[:at])
            if first:
                yield Split(word[:at], first, last)

    def _first(self, prefix: str) -> tuple[str, ...]:
        """The words that the first part may be, with what joins it to the next taken off: -s-, -e-, natte-."""
        shorter = prefix[:-1] if prefix[-1] in "se" else ""
        doubled = prefix[:-2] if prefix[-1] == "e" and prefix[-2] == prefix[-3] else ""
        tried = (form for form in (prefix, shorter, doubled) if len(form) >= _SHORTEST)
        return tuple(dict.fromkeys(word for form in tried for word in self._known.words(form)))


def _evenness(split: Split) -> int:
    """The shorter part's length: `arbejds|fællesskab` is better than `arbejdsfælles|skab`."""
    return min(len(split.prefix), len(split.last))
