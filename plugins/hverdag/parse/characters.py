"""Characters that no text may contain: they reverse text, hide it, or break a line invisibly."""

import re

CONTROLS = frozenset(
    chr(code)
    for first, last in (
        (0, 8),
        (11, 31),
        (127, 159),
        (0x2028, 0x202E),
        (0x2066, 0x2069),
        (0xE000, 0xF8FF),  # private use: no font has them, and the program uses two as markers
        (0xFEFF, 0xFEFF),
        (0xFFFE, 0xFFFF),
    )
    for code in range(first, last + 1)
)
_BLANKED = dict.fromkeys(map(ord, CONTROLS), " ")
# Dozens of accents on one letter occur in no language, and normalising them takes quadratic time.
_PILE = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")


def blanked(text: str) -> str:
    """Return a text with each of its control characters replaced by a space."""
    return text.translate(_BLANKED)


def unpiled(text: str) -> str:
    """Return a text with at most eight accents on a letter."""
    return _PILE.sub(r"\1", text)
