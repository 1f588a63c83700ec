"""Language corrections: what may be put right in a text without asking everyone to nod again.

The machine decides, not the editor. Words stand one to one. One may become another only where it was no word at all,
and differs from it by a letter or two. Commas, full stops, colons, brackets and most capital letters are free;
structure, numbers, signs, questions, quotations, names and negations are not. Where in doubt, everyone nods again.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, zip_longest

from ..model.slug import spelt_out
from ..model.texts.nods import Was
from .passages import Passage, fingerprint
from .protected_words import BOTH_WAYS, TURNING_ON_A_COMMA, fixed_parts, turned

Misspelt = Callable[[str, str], bool]
"""Whether the first of two forms, in small letters, is no word, and the second is one."""

_UNIT = re.compile(
    r"<[^>]*>|&(?:amp|lt|gt);"  # a tag, an escaped sign
    r"|(?:(?<!\w)[-−–])?\d+(?:[.,:/−–-]\d+)*"  # a number, with its sign and its decimals; a span of two
    r"|[^\W\d_²³¹⁰-⁹₀-₉¼-¾]+(?:['’][^\W\d_²³¹⁰-⁹₀-₉¼-¾]+)*"  # a word
    r"|(?<!\S)[-–—−]"  # a dash of its own, as before what someone says
    r"|[^\s.,;:!…·•()\[\]{}\\‐-―-]"  # any other sign: % and +, a question mark, a quotation mark, an oblique stroke
)
_QUOTES = frozenset("\"'“”„»«›‹‘’‚")
_SEPARATORS = frozenset(",;:")


def is_correction(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> bool:
    """Whether the new text is the old one with nothing but its language corrected."""
    return not any(True for _ in obstacles(old, new, misspelt))


def obstacles(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    """Yield what is more than a language correction: how it was, and how it is."""
    if [passage.place for passage in old] != [passage.place for passage in new]:
        yield "", ""
        return
    for before, after in zip(old, new, strict=True):
        if before.text != after.text:
            yield from _obstacles(before, after, misspelt)


def _obstacles(old: Passage, new: Passage, misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    before, after = _UNIT.findall(old.text), _UNIT.findall(new.text)
    if len(before) != len(after) or "<code>" in old.text:
        yield old.typed, new.typed
        return
    pairs = zip(before, after, strict=True)
    found = [(one, other) for one, other in pairs if not _same_word(one, other, misspelt)]
    if not found and _held(old.text) != _held(new.text):
        found = [(old.typed, new.typed)]
    yield from found


def _same_word(old: str, new: str, misspelt: Misspelt) -> bool:
    """Whether one unit is the other, put right."""
    if old == new or (old in _QUOTES and new in _QUOTES):
        return True
    if not (old[0].isalpha() and new[0].isalpha()):
        return False
    one, other = _folded(old), _folded(new)
    if one == other:
        return one not in BOTH_WAYS  # i and I, hans and Hans
    if old[0].isupper() or new[0].isupper() or fixed_parts(one) != fixed_parts(other) or turned(one, other):
        return False  # a name, a number or a negation is what it is
    near = spelt_out(one) == spelt_out(other) or distance(one, other) <= _may_differ(one, other)
    return near and misspelt(one, other)


def _held(text: str) -> list[tuple[int, str]]:
    """What stands between two numbers, and whether a comma parts a small word that turns on it from its neighbours: by
    the number of the word. No correction touches these."""
    cells = _cells(text)
    found = []
    for number, (cell, following) in enumerate(pairwise(cells), 1):
        word, gap = _word(cell), following[: len(following) - len(_word(following))]
        if word[-1:].isdigit() and _word(following)[:1].isdigit():
            found.append((number, gap))
        if {_folded(word), _folded(_word(following))} & TURNING_ON_A_COMMA:
            found.append((number, "".join(sorted(_SEPARATORS.intersection(gap)))))
    return found


def _word(cell: str) -> str:
    """The unit at the end of a cell; none in the last one of a passage."""
    units = _UNIT.findall(cell)
    return units[-1] if units else ""


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")


def _may_differ(one: str, other: str) -> int:
    """Letters that may differ: none in a short word, where one makes another word, and two in a long."""
    length = min(len(one), len(other))
    return 0 if length < 4 else 1 if length < 8 else 2


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, exchanged or swapped with the next; 3 stands for any more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], before[j - 2] + 1)
        before = above
    return min(row[-1], 3)


def _cells(text: str) -> list[str]:
    """A passage as its words, each with what stands before it, and what stands after the last."""
    found, at = [], 0
    for unit in _UNIT.finditer(text):
        found.append(text[at : unit.end()])
        at = unit.end()
    return [*found, text[at:]]


def record(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Was, ...]:
    """Return what it takes to find the old text again from the new one. The two differ by a language correction."""
    before = [cell for passage in old for cell in _cells(passage.text)]
    after = [cell for passage in new for cell in _cells(passage.text)]
    return tuple(
        Was(word=number, text=cell or " ")
        for number, (cell, now) in enumerate(zip_longest(before, after, fillvalue=""))
        if cell != now
    )


def before(new: Sequence[Passage], was: Sequence[Was], wanted: str) -> tuple[Passage, ...] | None:
    """Return the text before a correction, or nothing where the record does not lead to the fingerprint wanted."""
    cells = [(place, cell) for place, (_, text) in enumerate(new) for cell in _cells(text)]
    told = {one.word: one.text for one in was}
    texts = [""] * len(new)
    changed = set()
    for number, (place, cell) in enumerate(cells):
        texts[place] += told.get(number, cell)
        changed |= {place} if number in told else set()
    # What was empty is recorded as a space, since no text in front matter may be empty; no passage ends with one.
    found = tuple(
        Passage(passage.place, text.strip(" ") if number in changed else text)
        for number, (passage, text) in enumerate(zip(new, texts, strict=True))
    )
    return found if fingerprint(found) == wanted else None
