"""Extracts plain text from the files of a finished site: pages, data, PDFs, office documents, pictures and recordings.

A damaged file never raises.
"""

import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from . import extract_documents, extract_media
from .extract_documents import MOST_BYTES
from .extract_pages import Pages
from .extract_pdf import pdf
from .extract_text import COMMENT, UNREAD, decoded, printed

__all__ = [
    "COMMENT",
    "UNREAD",
    "FileText",
    "files",
    "in_order",
    "inside",
    "is_page",
    "names",
    "pages",
    "paths_in",
]

SKIPPED = (".woff2", ".woff", ".ttf", ".otf")
"""Suffixes of fonts, which hold no text for readers."""

OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/hverdag/")
"""Folders with the theme's code, our code, and data of guides and cards that repeats the texts of pages."""

_PAGES = (".html", ".svg", ".xml", ".txt", ".md", ".csv", ".htm")
_DATA = (".js", ".json", ".webmanifest")
_OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".docm", ".xlsm", ".pptm", ".dotx", ".xltx", ".potx")
_READERS: Mapping[str, Callable[[bytes], Iterator[tuple[str, str]]]] = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".ico", ".bmp"), extract_media.picture),
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac", ".mp4"), extract_media.recording),
    **dict.fromkeys((".emf", ".wmf"), lambda content: iter([("image", printed(content))])),
}
_CONTAINERS: Mapping[str, Callable[[bytes, extract_documents.Within], Iterator[tuple[str, str]]]] = {
    ".pdf": pdf,
    **dict.fromkeys(_OFFICE, extract_documents.office),
}
_DEEPEST = 2
"""How many files may lie inside one another."""
_MOST_FILE = 200_000_000
"""Maximum number of bytes of a file that is read."""
_PDF, _ZIP, _GZIP = b"%PDF-", b"PK\x03\x04", b"\x1f\x8b"
"""How files of these kinds begin."""
_INVENTORY = re.compile(rb"# Sphinx inventory version 2\n(?:#.*\n){3}")
"""The head of an objects.inv, in which a plugin for reference pages lists what they tell of; the list is packed."""


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


def in_order(paths: Iterable[str]) -> list[str]:
    """Return the paths of pages and data files in the order in which they are read: pages come first, since their
    sources are known, whereas a data file is made from many."""
    return sorted(paths, key=lambda path: path.endswith(_DATA))


def pages(folder: Path, paths: Iterable[str]) -> Iterator[FileText]:
    """Yield the texts of pages and data files. A stretch that several pages share is yielded once, for the first."""
    seen = Pages()
    for path in in_order(paths):
        if path.endswith(_PAGES):
            yield from (FileText(path, "text", text) for text in seen.page(_read(folder / path)))
        elif path.endswith(_DATA):
            yield from (FileText(path, "text", text) for text in seen.data(_read(folder / path)))


def is_page(path: str) -> bool:
    """Return True if `pages` reads a file."""
    return path.endswith((*_PAGES, *_DATA))


def files(paths: Iterable[str]) -> list[str]:
    """Return the paths of the files that are no pages, and that `inside` looks into."""
    return [path for path in paths if not is_page(path)]


def inside(folder: Path, path: str) -> Iterator[FileText]:
    """Yield the texts and the metadata of one file. What cannot be read whole has the place UNREAD."""
    with (folder / path).open("rb") as file:
        content = file.read(_MOST_FILE + 1)
    if len(content) > _MOST_FILE:
        yield FileText(path, UNREAD, "")
        return
    for place, text in _texts(path, content, 0):
        if text or place == UNREAD:
            yield FileText(path, place, text)


def _texts(name: str, content: bytes, depth: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of place and text from a file by its ending, or by what it holds if nobody knows the ending."""
    ending = _ending(name)
    if depth > _DEEPEST:
        yield UNREAD, ""
    elif ending in _READERS:
        yield from _READERS[ending](content)
    elif ending in _CONTAINERS:
        yield from _CONTAINERS[ending](content, partial(_texts, depth=depth + 1))
    elif content.startswith(_PDF):
        yield from pdf(content, partial(_texts, depth=depth + 1))
    elif (text := decoded(_unpacked(content))) is not None:
        yield "text", text
    else:
        if content.startswith(_ZIP):
            yield from extract_documents.office(content, partial(_texts, depth=depth + 1))
        yield UNREAD, ""  # of other kinds of file nobody knows whether this is all


def _unpacked(content: bytes) -> bytes:
    """Return what a gzip file holds, as that of the site's map, or an inventory; other content as it is."""
    if head := _INVENTORY.match(content):
        return _listed(content, head.end())
    if not content.startswith(_GZIP):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            unpacked = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError):
        return content
    return unpacked if len(unpacked) <= MOST_BYTES else content


def _listed(content: bytes, begins: int) -> bytes:
    """Return an inventory with its list unpacked; as it is where that is not whole, or too large."""
    packed, names = zlib.decompressobj(), b""
    with suppress(zlib.error):
        names = packed.decompress(content[begins:], MOST_BYTES + 1)
    return content[:begins] + names if packed.eof and not packed.unused_data else content


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
    content = path.read_bytes()
    text = decoded(content)
    return content.decode("utf-8", "replace") if text is None else text
