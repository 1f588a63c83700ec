"""A passage as units: words, numbers, tags and signs, and whether a space stands before each."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .sentence_words import ABBREVIATIONS, FIRST_WORDS

_WORD_OR_SIGN = (
    r"<[^>]*>|&(?:amp|lt|gt);"  # a tag, an escaped sign
    r"|(?:(?<!\w)[-−–])?\d+(?:[.,:/−–-]\d+)*"  # a number, with its sign and its decimals; a span of two
    r"|[^\W\d_²³¹⁰-⁹₀-₉¼-¾]+(?:['’‘´][^\W\d_²³¹⁰-⁹₀-₉¼-¾]+)*"  # a word
    r"|(?<!\S)[-–—−]"  # a dash of its own, as before what someone says
    r"|[^\s.,;:!…·•()\[\]{}\\‐-―-]"  # any other sign: % and +, a question mark, a quotation mark, a slash
)
_CELL = re.compile(_WORD_OR_SIGN)
_UNIT = re.compile(_WORD_OR_SIGN + r"|\S")

_APOSTROPHES = str.maketrans("’‘´", "'''")
_DOUBLE, _SINGLE = frozenset('"“”„»«'), frozenset("'‘’‚›‹")
SENTENCE_ENDS = frozenset(".!?…")
_AFTER = frozenset(".,;:!?…)]")
_BEFORE = frozenset("([")


class Unit(NamedTuple):
    """A word, a number, a tag or a sign, and whether a space stands before it."""

    text: str
    is_spaced: bool

    @property
    def is_word(self) -> bool:
        """True for letters, with apostrophes between them."""
        return self.text[:1].isalpha()

    @property
    def is_told(self) -> bool:
        """True for a word or a number, which can be told without the rest of the passage."""
        return self.text[:1].isalnum()

    @property
    def letters(self) -> str:
        """The text, and of a word with plain apostrophes."""
        return self.text.translate(_APOSTROPHES) if self.is_word else self.text


def units(text: str) -> list[Unit]:
    """Return everything in the text of a passage but its spaces."""
    return [Unit(unit[0], unit.start() == 0 or text[unit.start() - 1].isspace()) for unit in _UNIT.finditer(text)]


def cells(text: str) -> list[str]:
    """Return a passage as cells: each word, number, tag or sign that is no punctuation, with what stands before it, and
    last what stands after all of them. Corrections that are kept in stories count in cells."""
    ends = [0, *(cell.end() for cell in _CELL.finditer(text))]
    return [*(text[start:end] for start, end in pairwise(ends)), text[ends[-1] :]]


def cell_word(cell: str) -> str:
    """Return the word or sign of a cell, without what stands before it."""
    found = _CELL.findall(cell)
    return found[-1] if found else ""


def quotation(row: Sequence[Unit], at: int) -> tuple[bool, bool] | None:
    """Return whether a quotation mark is a double one, and whether it opens; None where its place does not tell, where
    it may be a measure, and for anything else."""
    text = row[at].text
    if text not in _DOUBLE | _SINGLE:
        return None
    before = row[at - 1].text if at and not row[at].is_spaced else ""
    after = row[at + 1].text if at + 1 < len(row) and not row[at + 1].is_spaced else ""
    may_open = not before or before in _BEFORE or (before[0] == "<" and before[:2] != "</")
    may_close = not after or after in _AFTER or after[:2] == "</"
    if may_open == may_close or before[-1:].isdigit():
        return None
    return text in _DOUBLE, may_open


def sentence(row: Sequence[Unit], at: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that a unit is in. A full stop after a short word or an abbreviation
    ends none, unless a word follows that only begins a sentence with a capital letter: in doubt, it is longer."""
    ends = [number + 1 for number, unit in enumerate(row) if unit.text in SENTENCE_ENDS and _ends(row, number)]
    start = max((end for end in ends if end <= at), default=0)
    return start, min((end for end in ends if end > at), default=len(row))


def _ends(row: Sequence[Unit], at: int) -> bool:
    word = row[at - 1].text if at else ""
    following = row[at + 1].text if at + 1 < len(row) else ""
    is_begun = following[:1].isupper() and following.lower() in FIRST_WORDS
    is_long = len(word) > 2 and word.isalpha() and word.islower() and word not in ABBREVIATIONS
    return row[at].text != "." or is_long or (is_begun and len(word) > 1)
