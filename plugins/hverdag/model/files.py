"""Files of a publication: the entries of its folders, and the facts of pictures and recordings."""

import re
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """The kind of an entry in a folder."""

    FILE = "file"
    FOLDER = "folder"
    SYMLINK = "symlink"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of values/, stories/ or docs/: its path from the publication's root, its kind, and its size in bytes."""

    path: str
    kind: EntryKind
    size: int = 0

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The ending in lower case, such as `.md`."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""


PICTURES = (".jpeg", ".jpg", ".png", ".webp")
"""The endings that a picture may have."""


LARGEST_PICTURE = 10_000_000
"""Bytes: a phone's photo at its best quality."""

MOST_PIXELS = 50_000_000
"""Pixels: the photos of the phones with the highest resolution."""

_LEFT_BY_SYSTEMS = re.compile(
    r"\..*|thumbs\.db.*|ehthumbs.*\.db|desktop\.ini|icon\r|~\$.*|~wr[ld]\d+\.tmp|.*\.(?:tmp|sw[nop]|crdownload)|.*~|#.*#"
    r"|@eadir|@__thumb|@recycle|@tmp|#recycle|#snapshot|__macosx|\$recycle\.bin|system volume information|lost\+found"
    r"|network trash folder|temporary items",
    re.IGNORECASE | re.DOTALL,
)


def is_left_by_system(name: str) -> bool:
    """Return True for the name of a file or a folder that Windows, macOS, a disk on the network or a program makes by
    itself. It is passed over everywhere, and never published."""
    return _LEFT_BY_SYSTEMS.fullmatch(name) is not None


RECORDINGS = (".m4a", ".mp3")
"""The endings that a recording may have: every browser plays these formats."""

LARGEST_RECORDING = 25_000_000
"""Bytes: almost an hour of speech."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The facts of a picture, read from its bytes: its format, `png`, `jpg` or `webp`, or an empty string if it is
    damaged; its width and height in pixels, its digest, and its size in bytes."""

    form: str
    width: int
    height: int
    digest: str = ""
    size: int = 0

    @property
    def is_too_large(self) -> bool:
        """True if it has more bytes or pixels than a build can handle in reasonable time and memory."""
        return self.size > LARGEST_PICTURE or self.width * self.height > MOST_PIXELS


@dataclass(frozen=True, slots=True)
class Recording:
    """The facts of a recording, read from its bytes: its format, `mp3` or `m4a`, or an empty string if it is damaged;
    its duration in seconds, its size in bytes, and its digest, which is empty if it is too large to be read."""

    form: str
    seconds: float
    size: int
    digest: str = ""

    @property
    def is_too_large(self) -> bool:
        """True if it is larger than a reader on a phone should download."""
        return self.size > LARGEST_RECORDING
