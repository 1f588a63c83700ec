"""Files of a publication: what each name in its folders stands for, and what pictures and recordings really are."""

from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What a name in a folder stands for."""

    FILE = "file"
    FOLDER = "folder"
    SYMLINK = "symlink"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in values/, stories/ or docs/: its path from the publication's root, and what it is."""

    path: str
    kind: EntryKind
    size: int = 0

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The ending in lower case, as `.md`."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""


PICTURES = (".jpeg", ".jpg", ".png", ".webp")
"""The endings a picture may have."""


LARGEST_PICTURE = 10_000_000
"""Bytes: a phone's photo at its best quality."""

MOST_PIXELS = 50_000_000
"""Pixels: what the largest phones take."""

RECORDINGS = (".m4a", ".mp3")
"""The endings a recording may have: what every browser plays."""

LARGEST_RECORDING = 25_000_000
"""Bytes: almost an hour of speech."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture's own bytes say that it is: `png`, `jpg` or `webp` (or nothing, where it is damaged), its width
    and height in pixels, a digest of it, and its size in bytes."""

    form: str
    width: int
    height: int
    digest: str = ""
    size: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether it would take a build more time and memory than any page is worth."""
        return self.size > LARGEST_PICTURE or self.width * self.height > MOST_PIXELS


@dataclass(frozen=True, slots=True)
class Recording:
    """What a recording's own bytes say that it is: `mp3` or `m4a` (or nothing, where it is damaged), how long it lasts
    in seconds, and its size in bytes."""

    form: str
    seconds: float
    size: int

    @property
    def is_too_large(self) -> bool:
        """Whether it is more than a reader on a phone should have to fetch."""
        return self.size > LARGEST_RECORDING
