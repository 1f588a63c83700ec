"""The offline edition: one zip file, byte for byte the same for the same site and date."""

import os
import zipfile
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from ..model.artifact import INDEX, Artifact, Progress
from ..model.message import message
from ..model.problem import Level, Rule, Tag
from .work import replacing

UNWRITABLE = Rule(
    "offline-unwritable",
    Level.ERROR,
    'The offline edition cannot be written to "{given}".',
    "Choose another place with --output, or see whether the disk is full.",
    """A zip file that cannot be written: no such folder, no right to write there, or no room on the disk.

The zip file that was there before is left as it was.
""",
)

MISPLACED = Rule(
    "offline-place",
    Level.ERROR,
    'What Hverdag makes cannot be in "{given}".',
    "Choose a place outside the folders of the handbook's texts.",
    """A site or a zip file inside values/, stories/ or docs/: the next build would take it for a part of the handbook.
""",
)
STILL_PACKED = Rule(
    "consent-still-packed",
    Level.ERROR,
    'The story is still in "{given}": no new offline edition was made, because of the other faults.',
    "Delete the file and every copy of it. Correct the faults, and make it again.",
    """A zip file from before that holds a story which nobody may see any more.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
RULES = (UNWRITABLE, MISPLACED, STILL_PACKED)

_NOT_NEEDED = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that only a web server uses."""

_PACKED = frozenset({".docx", ".jpg", ".jpeg", ".m4a", ".mp3", ".png", ".webp", ".woff2"})
_FILE = 0o100644 << 16
_YEARS = (1980, 2107)
"""The first and the last year that a zip file can hold; a clock that was never set gives 1970."""


def prune(site: Path, used: Collection[str]) -> None:
    """Delete from a finished site the files that only a server or a developer uses, unless they are in `used`, the
    paths of the pages."""
    for path in _files(site):
        name = path.relative_to(site).as_posix()
        needless = name in _NOT_NEEDED or path.suffix == ".map" or path.name.startswith(".")
        if needless and name not in used:
            path.unlink()


def bundle(site: Path, first: Artifact, target: Path, today: date, progress: Progress) -> int:
    """Write a site into the zip file `target`, whole or not at all, and return the number of files in it.

    `first` is the file to read first, so it is the first entry. Every entry has the date the handbook was built for.
    What killed runs have left of the same file is deleted. Raises OSError if the zip file cannot be written.
    """
    paths = sorted(_files(site), key=lambda path: (path != site / INDEX, path.relative_to(site).as_posix()))
    target = target.resolve()  # if it is a link, the file it points to is replaced, and not the link
    with replacing(target, 0o644) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _put(archive, first.path, str(first.content).encode("utf-8"), today)
        for done, path in enumerate(paths, 1):
            _put(archive, path.relative_to(site).as_posix(), path.read_bytes(), today)
            progress(done, len(paths), message("Packing"))
    return len(paths) + 1


def _put(archive: zipfile.ZipFile, name: str, content: bytes, today: date) -> None:
    first_year, last_year = _YEARS
    year = min(max(today.year, first_year), last_year)
    entry = zipfile.ZipInfo(name, (year, today.month, today.day, 12, 0, 0))
    entry.create_system = 3  # the same on every system
    entry.external_attr = _FILE
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=6)


def _files(site: Path) -> Iterator[Path]:
    for where, _, names in os.walk(site):
        yield from (Path(where) / name for name in names)
