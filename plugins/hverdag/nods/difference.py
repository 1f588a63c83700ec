"""Compares two texts word by word."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..model.editorial.change import Change, Fate, Stretch

MOST_WORDS = 1500
"""Maximum length in words of passages compared word by word; a longer passage is shown as replaced."""


MOST_PASSAGES = 1000
"""Maximum number of passages in both texts for a comparison in order; beyond it, the texts are compared as sets."""


FieldText = tuple[str, str]
"""A field, and the text of one of its passages."""


def differences(before: Iterable[FieldText], after: Iterable[FieldText]) -> tuple[Change, ...]:
    """Return the changed passages in reading order."""
    old, new = list(before), list(after)
    changes: list[Change] = []
    if len(old) + len(new) > MOST_PASSAGES:
        old_texts, new_texts = set(old), set(new)
        return tuple(
            _of_block([text for text in old if text not in new_texts], [text for text in new if text not in old_texts])
        )
    for code, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code != "equal":
            changes += _of_block(old[i1:i2], new[j1:j2])
    return tuple(changes)


def _of_block(old: Sequence[FieldText], new: Sequence[FieldText]) -> Iterator[Change]:
    """Yield the changes between two blocks. Passages are paired in order within their field; if a field has more in one
    block than in the other, all its passages are compared as one."""
    for field in dict.fromkeys((*(name for name, _ in old), *(name for name, _ in new))):
        gone = [text for name, text in old if name == field]
        come = [text for name, text in new if name == field]
        if len(gone) != len(come):
            gone, come = ["\n".join(gone)], ["\n".join(come)]
        for before, after in zip(gone, come, strict=True):
            yield Change(field, tuple(stretches(before, after)))


def stretches(before: str, after: str) -> Iterator[Stretch]:
    """Yield the words of two texts as unchanged, deleted and new stretches. A line break counts as a word."""
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
