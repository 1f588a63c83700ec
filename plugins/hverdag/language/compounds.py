"""Splitting Danish compounds: a search for `vagt` or `nat` finds `nattevagt`.

Any word that ends with another word could be a compound of it. A true compound is inflected as its last part is:
`fællesskab` takes `-er` where `skab` (cupboard) takes `-e`, so `skab` is not a part of it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .dictionary import Dictionary

_SHORTEST = 3
_DEEPEST = 2
_VOWELS = frozenset("aeiouyæøå")


class Split(NamedTuple):
    """A compound in two: its first part as written, the words that the first part may be, and its last part."""

    prefix: str
    first: tuple[str, ...]
    last: str


class Splitter:
    """Splits compounds into the words of a dictionary."""

    def __init__(self, known: Dictionary) -> None:
        self._known = known

    def parts(self, word: str, depth: int = _DEEPEST) -> tuple[str, ...]:
        """Return the parts of a word in its basic form, and their own parts; none if the word is no compound."""
        split = self.split(word, self._known.endings(word))
        if not split:
            return ()
        halves = [*split.first, split.last]
        deeper = [part for half in halves for part in (self.parts(half, depth - 1) if depth else ())]
        return tuple(dict.fromkeys((*halves, *deeper)))

    def split(self, word: str, endings: frozenset[str] = frozenset()) -> Split | None:
        """Return the best split of a word in two, or None. `endings` are those that the word is known to take."""
        return max(self._splits(word, endings), key=_evenness, default=None)

    def _splits(self, word: str, endings: frozenset[str]) -> Iterator[Split]:
        telling_endings = endings - {"s"}  # nearly every word takes -s
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            last = word[at:]
            if not any(letter in _VOWELS for letter in last) or not self._known.words(last):
                continue
            if len(telling_endings & self._known.endings(last)) < len(telling_endings) / 2:
                continue
            first = self._first(word[:at])
            if first:
                yield Split(word[:at], first, last)

    def _first(self, prefix: str) -> tuple[str, ...]:
        """Return the words that the first part may be, also without its linking letters: -s-, -e-, and -te- in
        `natte`."""
        shorter = prefix[:-1] if prefix[-1] in "se" else ""
        doubled = prefix[:-2] if prefix[-1] == "e" and prefix[-2] == prefix[-3] else ""
        candidates = (form for form in (prefix, shorter, doubled) if len(form) >= _SHORTEST)
        return tuple(dict.fromkeys(word for form in candidates for word in self._known.words(form)))


def _evenness(split: Split) -> int:
    """Return the length of the shorter part: `arbejds|fællesskab` is better than `arbejdsfælles|skab`."""
    return min(len(split.prefix), len(split.last))
