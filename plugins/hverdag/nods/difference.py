"""What has changed between two texts, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..model.editorial.change import Change, Fate, Stretch

MOST_WORDS = 1500
"""Words of a passage that are compared one by one; a longer one is only told to be another."""


MOST_PASSAGES = 1000
"""Passages of two texts that are compared in their order; beyond that, only what one has and the other lacks."""


Told = tuple[str, str]
"""A field, and the text of one of its passages."""


def differences(before: Iterable[Told], after: Iterable[Told]) -> tuple[Change, ...]:
    """Return every passage that has changed, in reading order. What is the same in both is left out."""
    old, new = list(before), list(after)
    found: list[Change] = []
    if len(old) + len(new) > MOST_PASSAGES:
        held, story_codes = set(old), set(new)
        return tuple(_of_block([one for one in old if one not in story_codes], [one for one in new if one not in held]))
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
