"""The blocks that a forge shows otherwise than this site, found by comparing every word of two readings of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from .align import aligned
from .words import PageWord, Part

MOST = 40
"""How many findings of a page are told; whoever mends forty runs the check again."""
_PAIRED = frozenset({"quote", "item", "task", "cell", "row", "code", "note"})
"""Parts that can run together: two quotations there may be one here."""
_OF_A_LIST = frozenset({"item", "task"})

Pair = tuple[PageWord, PageWord]
"""A word as it stands here, and as it stands there."""


@dataclass(frozen=True)
class Difference:
    """A block that is shown otherwise: the parts that its first word stands in on either side, from the first that
    differs; those around them, which are the same on both; those of them that the word before stands in on the forge
    too; and the word, as it stands on the forge.

    `begins_here` is True if the word is the first of its block here. `is_inside` is True if the forge takes it as part
    of the item before it, and `is_inside_here` if this site does; `is_new_item` if it begins another item on the other
    side. `runs_together` is True if two blocks of one kind are one on the one side: here if `is_one_here`, else there.
    """

    here: tuple[Part, ...]
    there: tuple[Part, ...]
    around: tuple[Part, ...]
    going_on: tuple[Part, ...]
    word: PageWord
    begins_here: bool
    is_inside: bool = False
    is_inside_here: bool = False
    is_new_item: bool = False
    runs_together: bool = False
    is_one_here: bool = False

    @property
    def new(self) -> tuple[Part, ...]:
        """The parts on the forge that begin with the word."""
        return self.there[len(self.going_on) :]


@dataclass
class MissingWords:
    """Words that the forge shows and this site does not."""

    words: list[PageWord]


def differences(here: Sequence[PageWord], there: Sequence[PageWord]) -> Iterator[Difference | MissingWords]:
    """Yield what two readings of a page show otherwise, each block once."""
    told: set[Part] = set()
    missing = MissingWords([])
    last: Pair | None = None
    count = 0
    for one, other in aligned(here, there):
        if one is None or other is None:
            if other is not None:
                missing.words.append(there[other])
            continue
        if missing.words:
            yield missing
            missing = MissingWords([])
        pair = (here[one], there[other])
        difference = _difference(pair, last) or (_run_together(last, pair) if last else None)
        last = pair
        if difference and told.isdisjoint(_known_by(difference)):
            told.update(_known_by(difference))
            count += 1
            yield difference
        if count >= MOST:
            return
    if missing.words:
        yield missing


def _known_by(difference: Difference) -> set[Part]:
    """Return the blocks that a difference is about. Another that is about one of them has the same cause. Of items, it
    is the list that they are in."""
    parts = {*difference.here[:1], *difference.there[:1], *difference.new[:1]}
    is_in_list = any(part.kind in _OF_A_LIST for part in parts) and not difference.runs_together
    return parts | set(difference.around[-1:]) if is_in_list else parts


def _difference(pair: Pair, last: Pair | None) -> Difference | None:
    here, there = pair[0].parts, pair[1].parts
    for depth, (one, other) in enumerate(zip_longest(here, there)):
        if one is None or other is None or one.look != other.look:
            return _at_depth(pair, last, depth)
    return None


def _at_depth(pair: Pair, last: Pair | None, depth: int) -> Difference:
    here, there = pair[0].parts, pair[1].parts
    before_here, before = (last[0].parts, last[1].parts) if last else ((), ())
    going_on = tuple(takewhile(before.__contains__, there[depth:]))
    shared = [(here[level], there[level]) for level in range(depth) if here[level].kind in _OF_A_LIST]
    return Difference(
        here[depth:],
        there[depth:],
        there[:depth],
        going_on,
        pair[1],
        begins_here=last is None or last[0].block != pair[0].block,
        is_inside=any(part.kind in _OF_A_LIST and part in before for part in there[: depth + len(going_on)]),
        is_inside_here=bool(here[depth:]) and here[depth] in before_here,
        is_new_item=bool(last) and any((one in before_here) != (other in before) for one, other in shared),
    )


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
        here[depth : depth + 1],
        there[depth : depth + 1],
        there[:depth],
        (),
        pair[1],
        begins_here=True,
        runs_together=True,
        is_one_here=is_one_here,
    )
