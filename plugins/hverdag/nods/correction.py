"""Decides which changes to a text are language corrections, so that not everyone has to nod again.

The program decides, not the editor. Words are compared one to one. A word may be replaced only if it was misspelt and
differs from the new one by a letter or two. Commas, full stops, colons, brackets and most capital letters may change;
structure, numbers, signs, question marks, quotations, names and negations may not. In doubt, it is no correction.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, zip_longest

from ..model.slug import spelt_out
from ..model.texts.nods import Correction, Was
from .passage import Passage
from .passages import VERSION, fingerprint
from .protected_words import BOTH_WAYS, TURNING_ON_A_COMMA, fixed_parts, turned
from .shown import typed

Misspelt = Callable[[str, str], bool]
"""Returns True if the first of two forms, in lower case, is no word, and the second is one."""

_UNIT = re.compile(
    r"<[^>]*>|&(?:amp|lt|gt);"  # a tag, an escaped sign
    r"|(?:(?<!\w)[-−–])?\d+(?:[.,:/−–-]\d+)*"  # a number, with its sign and its decimals; a span of two
    r"|[^\W\d_²³¹⁰-⁹₀-₉¼-¾]+(?:['’][^\W\d_²³¹⁰-⁹₀-₉¼-¾]+)*"  # a word
    r"|(?<!\S)[-–—−]"  # a dash of its own, as before what someone says
    r"|[^\s.,;:!…·•()\[\]{}\\‐-―-]"  # any other sign: % and +, a question mark, a quotation mark, a slash
)
_QUOTES = frozenset("\"'“”„»«›‹‘’‚")
_SEPARATORS = frozenset(",;:")
_ENDS = frozenset(".!…")
"""Signs that end a sentence; a question mark is a unit of its own."""


def is_correction(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> bool:
    """Return True if the new text differs from the old one only by language corrections."""
    return not any(True for _ in obstacles(old, new, misspelt))


def obstacles(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    """Yield each change that is more than a language correction, as old and new text. They are the same where the
    structure differs, or what stands behind the words: another picture, another link."""
    if [passage.place for passage in old] != [passage.place for passage in new]:
        yield "", ""
        return
    for before, after in zip(old, new, strict=True):
        if before.text != after.text:
            yield from _obstacles(before, after, misspelt)


def _obstacles(old: Passage, new: Passage, misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    before, after = _UNIT.findall(old.text), _UNIT.findall(new.text)
    whole = typed(old.text), typed(new.text)
    if len(before) != len(after) or "<code>" in old.text:
        yield whole
        return
    pairs = zip(before, after, strict=True)
    differences = [(unit, other) for unit, other in pairs if not _same_word(unit, other, misspelt)]
    is_of_tags = any(unit[0] == "<" for pair in differences for unit in pair)
    if is_of_tags or (not differences and _fixed_signs(old.text) != _fixed_signs(new.text)):
        differences = [whole]
    yield from differences


def _same_word(old: str, new: str, misspelt: Misspelt) -> bool:
    """Return True if the new unit is the old one or a correction of it."""
    if old == new or (old in _QUOTES and new in _QUOTES):
        return True
    if not (old[0].isalpha() and new[0].isalpha()):
        return False
    word, other = _folded(old), _folded(new)
    if word == other:
        return word not in BOTH_WAYS  # i and I, hans and Hans
    if old[0].isupper() or new[0].isupper() or fixed_parts(word) != fixed_parts(other) or turned(word, other):
        return False  # names, numbers and negations must not change
    near = spelt_out(word) == spelt_out(other) or distance(word, other) <= _may_differ(word, other)
    return near and misspelt(word, other)


def _fixed_signs(text: str) -> list[tuple[int, str]]:
    """Return the signs that no correction may change, with the number of the word before them: those between two
    numbers, and those beside a negation that depends on them. `Hæng ham ikke. Vent` must not become `Hæng ham. Ikke
    vent`; a full stop that was missing at the end of a passage may come."""
    cells = _cells(text)
    fixed = []
    for number, (cell, following) in enumerate(pairwise(cells), 1):
        word, other = _word(cell), _word(following)
        gap = following[: len(following) - len(other)]
        if word[-1:].isdigit() and other.lstrip("-−–")[:1].isdigit():
            fixed.append((number, gap))
        if {_folded(word), _folded(other)} & TURNING_ON_A_COMMA:
            signs = _SEPARATORS | _ENDS if other else _SEPARATORS
            fixed.append((number, "".join(sorted(signs.intersection(gap)))))
    return fixed


def _word(cell: str) -> str:
    """Return the unit at the end of a cell, or an empty string for the last cell of a passage."""
    units = _UNIT.findall(cell)
    return units[-1] if units else ""


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")


def _may_differ(word: str, other: str) -> int:
    """Return the number of letters that may differ: 0 below four letters, where one makes another word, 1 below eight,
    otherwise 2."""
    length = min(len(word), len(other))
    return 0 if length < 4 else 1 if length < 8 else 2


def distance(word: str, other: str) -> int:
    """Return the edit distance with transpositions (optimal string alignment), capped at 3."""
    if abs(len(word) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, row = row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                row[j] = min(row[j], before[j - 2] + 1)
        before = above
    return min(row[-1], 3)


def _cells(text: str) -> list[str]:
    """Return a passage as cells: each unit with the signs before it, and last the signs after the last unit."""
    cells, at = [], 0
    for unit in _UNIT.finditer(text):
        cells.append(text[at : unit.end()])
        at = unit.end()
    return [*cells, text[at:]]


def record(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Was, ...]:
    """Return the cells needed to restore the old text from the new one. The two differ by a language correction."""
    before = [cell for passage in old for cell in _cells(passage.text)]
    after = [cell for passage in new for cell in _cells(passage.text)]
    return tuple(
        Was(word=number, text=cell or " ")
        for number, (cell, now) in enumerate(zip_longest(before, after, fillvalue=""))
        if cell != now
    )


def text_before(new: Sequence[Passage], correction: Correction) -> tuple[Passage, ...] | None:
    """Return the text before a correction, or None if the correction does not lead back to one, by the rules of now."""
    return before(new, correction.was, correction.of) if correction.version == VERSION else None


def before(new: Sequence[Passage], was: Sequence[Was], wanted: str) -> tuple[Passage, ...] | None:
    """Return the text before a correction, or None if the restored text does not have the wanted fingerprint."""
    cells = [(place, cell) for place, (_, text) in enumerate(new) for cell in _cells(text)]
    recorded = {replaced.word: replaced.text for replaced in was}
    texts = [""] * len(new)
    changed = set()
    for number, (place, cell) in enumerate(cells):
        texts[place] += recorded.get(number, cell)
        changed |= {place} if number in recorded else set()
    # An empty cell is recorded as a space, since front matter allows no empty text; no passage ends with a space.
    old = tuple(
        Passage(passage.place, text.strip(" ") if number in changed else text)
        for number, (passage, text) in enumerate(zip(new, texts, strict=True))
    )
    return old if fingerprint(old) == wanted else None
