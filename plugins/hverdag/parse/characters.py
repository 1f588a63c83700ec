"""Characters that no text may hold: they turn text around, hide it, or break a line where no one sees a break."""

import re

CONTROLS = frozenset(
    chr(code)
    for first, last in (
        (0, 8),
        (11, 31),
        (127, 159),
        (0x2028, 0x202E),
        (0x2066, 0x2069),
        (0xE000, 0xF8FF),  # private letters: they are in no font, and the frame uses two of them itself
        (0xFEFF, 0xFEFF),
        (0xFFFE, 0xFFFF),
    )
    for code in range(first, last + 1)
)
_BLANKED = dict.fromkeys(map(ord, CONTROLS), " ")
# Dozens of accents on one letter: no language has them, and normalising them takes the square of their number.
_PILE = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")


def blanked(text: str) -> str:
    """Return a text with spaces for its control characters."""
    return text.translate(_BLANKED)


def unpiled(text: str) -> str:
    """Return a text with at most eight accents on a letter."""
    return _PILE.sub(r"\1", text)
