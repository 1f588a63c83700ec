"""The definitions that reading a photo and cleaning it share."""

from typing import Any, Protocol

CLEANING = 2
"""The version of photo cleaning, part of cache keys: it must be raised whenever the cleaning changes."""

LYING = range(5, 9)
"""The EXIF orientations that swap width and height."""

_ORIENTATION = 0x0112
_UPRIGHT = 1


class Exif(Protocol):
    """The interface of Pillow's EXIF reader, which the model does not import."""

    def load(self, data: bytes, /) -> None:
        """Read EXIF data. It may raise any exception."""

    def get(self, tag: int, default: int, /) -> Any:
        """Return the value of a tag. It may raise any exception."""


def orientation(reader: Exif, exif: bytes) -> int:
    """Return a photo's orientation by its EXIF data, from 1 to 8: 1 is upright, and the result for missing or damaged
    data.

    `reader` must be an empty one: the reader that Pillow makes of a picture also uses its XMP, and browsers do not.
    """
    try:
        reader.load(exif)
        number = reader.get(_ORIENTATION, _UPRIGHT)
    except Exception:  # Pillow raises any exception for damaged data
        return _UPRIGHT
    return number if isinstance(number, int) and 1 <= number <= 8 else _UPRIGHT
