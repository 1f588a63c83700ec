"""Extracts plain text from the files of a finished site: pages, data, PDFs, office documents, pictures and recordings.

A damaged file never raises.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import extract_documents, extract_media
from .extract_pages import Pages

SKIPPED = (".css", ".woff2", ".woff", ".ttf", ".map", ".gz", ".zip", ".ico")
"""Suffixes of files without text for readers, but full of digits."""

OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/hverdag/")
"""Folders with the theme's code, our code, and data of guides and cards that repeats the texts of pages."""

_PAGES = (".html", ".svg", ".xml", ".txt", ".md", ".csv", ".htm")
_DATA = (".js", ".json", ".webmanifest")
_READERS: Mapping[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    ".pdf": extract_documents.pdf,
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), extract_documents.office),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff"), extract_media.picture),
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4"), extract_media.recording),
}
UNREAD = "unread"
"""Value of `place` for a file that cannot be opened."""


@dataclass(frozen=True)
class FileText:
    """A text in a file: the file's path in the site, the place (`name`, `text` or a kind of metadata), and the text."""

    path: str
    place: str
    text: str = field(repr=False)

    @property
    def is_about_the_file(self) -> bool:
        """Return True if the text is metadata, which readers do not see."""
        return self.place not in ("name", "text")


def names(paths: Iterable[str]) -> Iterator[FileText]:
    """Yield the path of every file in a site."""
    for path in paths:
        yield FileText(path, "name", path)


def pages(folder: Path, paths: Iterable[str]) -> Iterator[FileText]:
    """Yield the texts of pages and data files. A stretch that several pages share is yielded once, for the first."""
    seen = Pages()
    # Pages come first, since their sources are known, whereas a data file is made from many.
    for path in sorted(paths, key=lambda path: path.endswith(_DATA)):
        if path.endswith(_PAGES):
            yield from (FileText(path, "text", text) for text in seen.page(_read(folder / path)))
        elif path.endswith(_DATA):
            yield from (FileText(path, "text", text) for text in seen.data(_read(folder / path)))


def is_page(path: str) -> bool:
    """Return True if `pages` reads a file."""
    return path.endswith((*_PAGES, *_DATA))


def files(paths: Iterable[str]) -> list[str]:
    """Return the paths of the files that `inside` can look into: PDFs, office documents, pictures and recordings."""
    return [path for path in paths if _ending(path) in _READERS]


def inside(folder: Path, path: str) -> Iterator[FileText]:
    """Yield the texts and the metadata of one file."""
    for place, text in _READERS[_ending(path)](folder / path):
        yield FileText(path, place, text)


def paths_in(folder: Path) -> list[str]:
    """Return the sorted paths of all files in a site that may contain text for readers."""
    top = len(str(folder)) + 1
    paths = (
        f"{where}{os.sep}{name}"[top:].replace(os.sep, "/") for where, _, names in os.walk(folder) for name in names
    )
    return sorted(path for path in paths if not path.startswith(OURS) and not path.endswith(SKIPPED))


def _ending(path: str) -> str:
    return f".{path.rpartition('.')[2].lower()}"


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
