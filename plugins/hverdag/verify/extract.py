"""What the files of a finished site hold, as plain text, for whoever looks it through: pages, data, PDFs, office
documents, pictures and recordings. Nothing is judged here, and a damaged file never raises.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import extract_documents as held_files
from . import extract_media as held_media
from .extract_pages import Pages

SKIPPED = (".css", ".woff2", ".woff", ".ttf", ".map", ".gz", ".zip", ".ico")
"""Endings of what says nothing to a reader, and is full of digits."""

OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/hverdag/")
"""The theme's own code, and ours with the data of guides and cards, which say what pages and texts say."""

_PAGES = (".html", ".svg", ".xml", ".txt", ".md", ".csv", ".htm")
_DATA = (".js", ".json", ".webmanifest")
_READERS: Mapping[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    ".pdf": held_files.pdf,
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), held_files.office),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff"), held_media.picture),
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4"), held_media.recording),
}
UNREAD = "unread"
"""The place of a file that cannot be opened."""


@dataclass(frozen=True)
class Held:
    """A text in a file: the file's path in the site, where in it (`name`, `text`, or which of its own data), and the
    text."""

    path: str
    place: str
    text: str = field(repr=False)

    @property
    def is_about_the_file(self) -> bool:
        """Whether it is what a file says of itself, which no reader sees and no writer wrote for them."""
        return self.place not in ("name", "text")


def names(paths: Iterable[str]) -> Iterator[Held]:
    """Yield the path of every file in a site."""
    for path in paths:
        yield Held(path, "name", path)


def pages(folder: Path, paths: Iterable[str]) -> Iterator[Held]:
    """Yield what every page and every file of data says, each stretch once: most of a page is like the next."""
    seen = Pages()
    # Pages come first: which text each was made from is known, and data is made from many.
    for path in sorted(paths, key=lambda one: one.endswith(_DATA)):
        if path.endswith(_PAGES):
            yield from (Held(path, "text", text) for text in seen.page(_read(folder / path)))
        elif path.endswith(_DATA):
            yield from (Held(path, "text", text) for text in seen.data(_read(folder / path)))


def is_page(path: str) -> bool:
    """Whether a file is one that `pages` reads."""
    return path.endswith((*_PAGES, *_DATA))


def files(paths: Iterable[str]) -> list[str]:
    """Return the paths of the files that `inside` can look into: PDFs, office documents, pictures and recordings."""
    return [path for path in paths if _ending(path) in _READERS]


def inside(folder: Path, path: str) -> Iterator[Held]:
    """Yield the texts of one file, and what it says of itself."""
    for place, text in _READERS[_ending(path)](folder / path):
        yield Held(path, place, text)


def paths_in(folder: Path) -> list[str]:
    """Return the path of every file in a site that may say something."""
    top = len(str(folder)) + 1
    found = (
        f"{where}{os.sep}{name}"[top:].replace(os.sep, "/") for where, _, names in os.walk(folder) for name in names
    )
    return sorted(path for path in found if not path.startswith(OURS) and not path.endswith(SKIPPED))


def _ending(path: str) -> str:
    return f".{path.rpartition('.')[2].lower()}"


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
