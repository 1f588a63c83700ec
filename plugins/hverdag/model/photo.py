"""What those who read a photo and those who clean it must agree about."""

from typing import Any, Protocol

CLEANING = 1
"""Counted up whenever photos are cleaned in another way: what was made from one is then made anew."""

LYING = range(5, 9)
"""The orientations of a photo that lies on its side."""

_ORIENTATION = 0x0112
_UPRIGHT = 1


class Exif(Protocol):
    """What reads EXIF: Pillow, which the model does not know."""

    def load(self, data: bytes, /) -> None:
        """Read EXIF. It may raise anything."""

    def get(self, tag: int, default: int, /) -> Any:
        """Return what was read of a tag. It may raise anything."""


def orientation(reader: Exif, told: bytes) -> int:
    """Return how a photo lies, from 1 to 8, by its EXIF: 1 is upright. What is damaged or says nothing is upright.

    `reader` is one that has read nothing yet: Pillow's own of a picture also believes its XMP, and browsers do not.
    """
    try:
        reader.load(told)
        lies = reader.get(_ORIENTATION, _UPRIGHT)
    except Exception:  # Pillow raises anything for what is damaged
        return _UPRIGHT
    return lies if isinstance(lies, int) and 1 <= lies <= 8 else _UPRIGHT
