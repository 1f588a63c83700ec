"""Compares two texts word by word."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..model.editorial.change import Change, Fate, Stretch
from .shown import Line

MOST_WORDS = 1500
"""Maximum length in words of lines compared word by word; a longer line is shown as replaced."""

MOST_LINES = 1000
"""Maximum number of lines in both texts for a comparison in order; beyond it, the texts are compared as sets."""


def differences(before: Iterable[Line], after: Iterable[Line]) -> tuple[Change, ...]:
    """Return the changed lines in reading order."""
    old, new = list(before), list(after)
    changes: list[Change] = []
    if len(old) + len(new) > MOST_LINES:
        old_lines, new_lines = set(old), set(new)
        return tuple(
            _of_block([line for line in old if line not in new_lines], [line for line in new if line not in old_lines])
        )
    for code, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code != "equal":
            changes += _of_block(old[i1:i2], new[j1:j2])
    return tuple(changes)


def _of_block(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    """Yield the changes between two blocks. Lines are paired in order within their field; if a field has more in one
    block than in the other, all its lines are compared as one."""
    for field in dict.fromkeys(line.field for line in (*old, *new)):
        gone = [line for line in old if line.field == field]
        come = [line for line in new if line.field == field]
        if len(gone) != len(come):
            gone, come = [_joined_lines(field, gone)], [_joined_lines(field, come)]
        for before, after in zip(gone, come, strict=True):
            exchanged = before.media != after.media and len(before.media) == len(after.media)
            yield Change(field, tuple(stretches(before.text, after.text)), exchanged)


def _joined_lines(field: str, lines: Sequence[Line]) -> Line:
    return Line(field, "\n".join(line.text for line in lines), tuple(name for line in lines for name in line.media))


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
