"""Texts that people have typed, fit for one line of a Word file."""

import re
import unicodedata
from functools import cache

_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff\ufff0-\uffff]"
)
"""What XML does not allow, and what turns, hides or breaks the text around it."""
_PILE = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")
CUT = " …"


def one_line(text: str) -> str:
    """Return a text on one line, without characters that Word cannot hold or that change the text around them."""
    return " ".join(_PILE.sub(r"\1", _UNFIT.sub(" ", text)).split())


def cut(text: str, most: int) -> str:
    """Return a text of at most `most` characters; one that is longer ends at a word, with a mark that says so."""
    if len(text) <= most:
        return text
    head = text[: most - len(CUT)]
    at_word = head.rpartition(" ")[0] if not text[len(head)].isspace() else head
    return (at_word if len(at_word) > most // 2 else head).rstrip() + CUT


def lines_of(text: str, size: float, room: float) -> int:
    """Return the most lines that a text takes at a size in points, where a line has `room` points. Fonts differ from
    computer to computer, so letters are taken to be wide."""
    width, lines, space = 0.0, 1, 0.3 * size
    for word in text.split():
        own = sum(map(width_of, word)) * size
        if width and width + space + own > room:
            lines, width = lines + 1, 0.0
        width += own + (space if width else 0)
        while width > room:  # a word that is longer than a line
            lines, width = lines + 1, width - room
    return lines


@cache
def width_of(letter: str) -> float:
    """Return the width of a letter, as a part of its size: at least that in Georgia and Calibri."""
    if letter in "iljtfI.,:;'!|()[]-":
        return 0.42
    if letter.isascii() and not letter.isupper() and letter not in "mw@%&":
        return 0.64
    if letter in "WŴMÆǼŒ@%":
        return 1.05
    return 1.1 if ord(letter) > 0x2FFF or unicodedata.east_asian_width(letter) in "WF" else 0.92
