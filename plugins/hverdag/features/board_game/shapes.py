"""The signs of the squares and the shapes of the pieces, drawn as lines in a viewBox of 24 by 24."""

from collections.abc import Mapping

from ...model.value_shapes import PATHS
from .model import Square, SquareKind

SIGNS: Mapping[SquareKind, str] = {
    SquareKind.CHOICE: "M12 4v16M5 8l14 8M19 8L5 16",
    SquareKind.DILEMMA: "M12 21v-8L5 6M12 13l7-7M4.5 11V5.5H10M19.5 11V5.5H14",
    SquareKind.QUESTION: "M8 9a4 4 0 1 1 6 3.5c-1.3.7-2 1.5-2 3M12 19.3v.4",
    SquareKind.STORY: "M12 6.5C10 5 7 4.5 3.5 5v13c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5z"
    "M12 6.5v13",
    SquareKind.STOP: "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM8 12.2l3 3 5-6",
}

PIECES: Mapping[str, str] = {
    "A": "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z",
    "B": "M3.5 3.5h17v17h-17z",
    "C": "M12 1.5l11 20H1z",
    "D": "M12 1l11 11-11 11L1 12z",
    "E": "M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z",
    "F": "M3 21.5V10l9-8 9 8v11.5z",
}
"""A shape and a letter for each of the six teams: nobody need see colours to tell them apart."""


def sign_of(square: Square) -> str:
    """Return the path of a square's sign: that of its kind, or the mark of its value."""
    return PATHS[square.value.mark] if square.value else SIGNS[square.kind]
