"""Texts that may not be in a site, and where their passages stand in it all the same.

Every stretch of GRAM letters of these texts is in a table. Of the site only each STEP-th is looked up there, and where
one is found, the match is followed both ways to its ends. So the time is in step with the letters of the site.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from .letters import letters_of, words_of

GRAM, STEP = 14, 7
FEWEST_LETTERS = GRAM + STEP - 1
"""The length of the shortest match that is sure to be found."""

MOST_PLACES = 16
"""How many places of one stretch are followed: a text may be one word over and over."""

_END = "\n"
"""Stands between two texts: no match goes beyond it."""


@dataclass(frozen=True)
class WithheldPassage:
    """A stretch of a text that is not to be met: whose it is, and its letters."""

    owner: str
    letters: str = field(repr=False)


class WithheldTexts:
    """The passages of texts that may not be in a site. Add the texts first, then excuse, then search."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._letters = ""
        self._passages: dict[int, dict[int, str]] = {}
        self._starts: list[int] = []
        self._table: dict[str, list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._passages)

    @property
    def digest(self) -> str:
        """A digest of the passages; an empty text if there are none."""
        told = repr((self._parts, sorted((start, sorted(ends.items())) for start, ends in self._passages.items())))
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest() if self else ""

    def add(self, owner: str, sentences: Iterable[str], window: int, fewest: int = 0) -> None:
        """Add a text. Its passages are each `window` words in a row, and with `fewest` also its whole sentences of so
        many words, and the text itself if it is no longer."""
        ends = [self._length]
        for sentence in sentences:
            words = words_of(sentence)
            first = len(ends) - 1
            for word in words:
                ends.append(ends[-1] + len(word))
            if fewest and len(words) >= fewest:
                self._note(owner, ends[first], ends[-1])
            self._parts += words
        for start, end in zip(ends, ends[window:], strict=False):
            self._note(owner, start, end)
        if fewest and fewest <= len(ends) - 1 < window:
            self._note(owner, ends[0], ends[-1])
        self._parts.append(_END)
        self._length = ends[-1] + len(_END)

    def _note(self, owner: str, start: int, end: int) -> None:
        if end - start >= FEWEST_LETTERS:
            self._passages.setdefault(start, {})[end] = owner

    def excuse(self, texts: Iterable[str], owners: Collection[str] | None = None) -> None:
        """Leave out the passages that also stand in texts which may be in the site: those of some owners, or all."""
        for text in texts:
            for start, end in list(self._within(letters_of(text))):
                if owners is None or self._passages[start][end] in owners:
                    del self._passages[start][end]

    def found_in(self, letters: str) -> Iterator[WithheldPassage]:
        """Yield the first passage of each owner that stands in a row of letters."""
        told: set[str] = set()
        for start, end in self._within(letters):
            owner = self._passages[start][end]
            if owner not in told:
                told.add(owner)
                yield WithheldPassage(owner, self._letters[start:end])

    def _within(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield the start and the end of each passage that a row of letters holds, once."""
        if not self._table:
            self._fill()
        met: set[tuple[int, int]] = set()
        for first, last in self._matches(letters):
            for start in self._starts[bisect_left(self._starts, first) : bisect_left(self._starts, last)]:
                for end in self._passages[start]:
                    if end <= last and (start, end) not in met:
                        met.add((start, end))
                        yield start, end

    def _fill(self) -> None:
        self._starts = sorted(self._passages)
        self._letters = "".join(self._parts)
        for at in range(len(self._letters) - GRAM + 1):
            gram = self._letters[at : at + GRAM]
            places = self._table.setdefault(gram, [])
            if len(places) < MOST_PLACES and _END not in gram:
                places.append(at)

    def _matches(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield the start and the end, in the withheld texts, of each stretch that a row of letters has in common."""
        reached: dict[int, int] = {}
        table, own, size = self._table, self._letters, len(letters)
        known = [at for at in range(0, size - GRAM + 1, STEP) if letters[at : at + GRAM] in table]
        for at in known:
            for place in table[letters[at : at + GRAM]]:
                if reached.get(place - at, -1) >= at:
                    continue
                back, on = 0, GRAM
                while back < min(at, place) and letters[at - back - 1] == own[place - back - 1]:
                    back += 1
                while at + on < size and letters[at + on] == own[place + on]:
                    on += 1
                reached[place - at] = at + on
                if back + on >= FEWEST_LETTERS:
                    yield place - back, place + on
