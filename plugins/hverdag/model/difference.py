"""What has changed between two texts, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 1500
"""Words of a passage that are compared one by one; a longer one is only told to be another."""


MOST_PASSAGES = 1000
"""Passages of two texts that are compared in their order; beyond that, only what one has and the other lacks."""


class Fate(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that met the same fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that is not as it was: the field it belongs to, and its words, old and new, in reading order."""

    field: str
    stretches: tuple[Stretch, ...]

    def of(self, fate: Fate) -> str:
        """Return all the words of one fate."""
        return " … ".join(stretch.text for stretch in self.stretches if stretch.fate is fate)


Told = tuple[str, str]
"""A field, and the text of one of its passages."""


def differences(before: Iterable[Told], after: Iterable[Told]) -> tuple[Change, ...]:
    """Return every passage that has changed, in reading order. What is the same in both is left out."""
    old, new = list(before), list(after)
    found: list[Change] = []
    if len(old) + len(new) > MOST_PASSAGES:
        held, holds = set(old), set(new)
        return tuple(_of_block([one for one in old if one not in holds], [one for one in new if one not in held]))
    for code, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code != "equal":
            found += _of_block(old[i1:i2], new[j1:j2])
    return tuple(found)


def _of_block(old: Sequence[Told], new: Sequence[Told]) -> Iterator[Change]:
    """Passages are paired as they come, within their field; what is left over is gone or new."""
    for field in dict.fromkeys((*(name for name, _ in old), *(name for name, _ in new))):
        gone = [text for name, text in old if name == field]
        come = [text for name, text in new if name == field]
        if len(gone) != len(come):
            gone, come = ["\n".join(gone)], ["\n".join(come)]
        for before, after in zip(gone, come, strict=True):
            yield Change(field, tuple(stretches(before, after)))


def stretches(before: str, after: str) -> Iterator[Stretch]:
    """Yield the words of two texts as stretches. Line breaks, which part paragraphs, are words of their own."""
    old, new = _words(before), _words(after)
    if max(len(old), len(new)) > MOST_WORDS:
        codes = [("replace", 0, len(old), 0, len(new))]
    else:
        codes = SequenceMatcher(None, old, new).get_opcodes()  # type: ignore[assignment]
    for code, i1, i2, j1, j2 in codes:
        if code == "equal":
            yield Stretch(Fate.KEPT, _joined(old[i1:i2]))
            continue
        if i2 > i1:
            yield Stretch(Fate.GONE, _joined(old[i1:i2]))
        if j2 > j1:
            yield Stretch(Fate.NEW, _joined(new[j1:j2]))


def _words(text: str) -> list[str]:
    return [word for line in text.split("\n") for word in (*line.split(), "\n")][:-1]


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").strip(" ")


MOST_TOLD = 3
LONGEST_TOLD = 60


def excerpt(changes: Iterable[Change]) -> str:
    """Return the first changes on one line, as `»lå« → »ligger«; »ikke« → …`: enough to see what it is about."""
    pairs = [pair for change in changes for pair in _pairs(change)]
    told = [f"{_quoted(gone)} → {_quoted(new)}" for gone, new in pairs[:MOST_TOLD]]
    return "; ".join((*told, *(["…"] if len(pairs) > MOST_TOLD else []))) or "…"


def _pairs(change: Change) -> Iterator[tuple[str, str]]:
    """Words that are gone, and those that came in their place."""
    gone = ""
    for stretch in (*change.stretches, Stretch(Fate.KEPT, "")):
        if stretch.fate is Fate.GONE:
            gone = stretch.text
        elif stretch.fate is Fate.NEW:
            yield gone, stretch.text
            gone = ""
        elif gone:
            yield gone, ""
            gone = ""


def _quoted(text: str) -> str:
    one_line = " ".join(text.split())
    short = one_line if len(one_line) <= LONGEST_TOLD else f"{one_line[:LONGEST_TOLD].rstrip()} …"
    return f"»{short}«" if short else "–"
