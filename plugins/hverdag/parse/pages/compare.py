"""The blocks that a forge shows otherwise than this site, found by comparing every word of two readings of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from .align import aligned
from .words import Part, Word

MOST = 40
"""How many findings of a page are told; whoever mends forty runs the check again."""
_PAIRED = frozenset({"quote", "item", "task", "cell", "row", "code", "note"})
"""Parts that can run together: two quotations there may be one here."""
_OF_A_LIST = frozenset({"item", "task"})

Pair = tuple[Word, Word]
"""A word as it stands here, and as it stands there."""


@dataclass(frozen=True)
class Difference:
    """A block that is shown otherwise: the parts that its first word stands in on either side, from the first that
    differs; those around them, which are the same on both; those of them that the word before stands in on the forge
    too; and the word, as it stands on the forge.

    `begins_here` is True if the word is the first of its block here. `runs_together` is True if two blocks of one kind
    are one on the one side: here if `is_one_here`, else there."""

    here: tuple[Part, ...]
    there: tuple[Part, ...]
    around: tuple[Part, ...]
    going_on: tuple[Part, ...]
    word: Word
    begins_here: bool
    runs_together: bool = False
    is_one_here: bool = False

    @property
    def new(self) -> tuple[Part, ...]:
        """The parts on the forge that begin with the word."""
        return self.there[len(self.going_on) :]


@dataclass
class Missing:
    """Words that the forge shows and this site does not."""

    words: list[Word]


def differences(here: Sequence[Word], there: Sequence[Word]) -> Iterator[Difference | Missing]:
    """Yield what two readings of a page show otherwise, each block once."""
    told: set[Part | int] = set()
    missing = Missing([])
    last: Pair | None = None
    for one, other in aligned(here, there):
        if one is None or other is None:
            if other is not None:
                missing.words.append(there[other])
            continue
        if missing.words:
            yield missing
            missing = Missing([])
        pair = (here[one], there[other])
        difference = _difference(pair, last) or (_run_together(last, pair) if last else None)
        last = pair
        if difference and _key(difference) not in told and len(told) < MOST:
            told.add(_key(difference))
            yield difference
    if missing.words:
        yield missing


def _key(difference: Difference) -> Part | int:
    """Return what a difference is known by: the block that is another, or, for items, the list that they are in."""
    first = next(iter((*difference.new, *difference.there, *difference.here)), None)
    if first is None:
        return -1 - difference.word.line
    if first.kind in _OF_A_LIST and difference.around and not difference.runs_together:
        return difference.around[-1]
    return first


def _difference(pair: Pair, last: Pair | None) -> Difference | None:
    here, there = pair[0].parts, pair[1].parts
    before = last[1].parts if last else ()
    for depth, (one, other) in enumerate(zip_longest(here, there)):
        if one is None or other is None or one.look != other.look:
            going_on = tuple(takewhile(before.__contains__, there[depth:]))
            begins = last is None or last[0].block != pair[0].block
            return Difference(here[depth:], there[depth:], there[:depth], going_on, pair[1], begins)
    return None


def _run_together(last: Pair, pair: Pair) -> Difference | None:
    """Return the difference if two words share a block on one side only. Each stands in the same kinds on both sides,
    or has been told of."""
    parts = zip(last[0].parts, pair[0].parts, last[1].parts, pair[1].parts, strict=False)
    for depth, (before, after, before_there, after_there) in enumerate(parts):
        is_one_here, is_one_there = before is after, before_there is after_there
        if is_one_here != is_one_there and after.kind in _PAIRED and before.kind == before_there.kind == after.kind:
            return _together(pair, depth, is_one_here)
        if not is_one_here and not is_one_there:
            break
    if len(last[0].parts) != len(last[1].parts):
        return None
    is_one_here, is_one_there = last[0].block == pair[0].block, last[1].block == pair[1].block
    return _together(pair, len(pair[0].parts), is_one_here) if is_one_here != is_one_there else None


def _together(pair: Pair, depth: int, is_one_here: bool) -> Difference:
    here, there = pair[0].parts, pair[1].parts
    return Difference(
        here[depth : depth + 1], there[depth : depth + 1], there[:depth], (), pair[1], True, True, is_one_here
    )
