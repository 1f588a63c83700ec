"""The offline edition: one zip file that is the same, byte for byte, whenever it is made of the same."""

import os
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from ..model.artifact import INDEX, Artifact, Progress
from ..model.problem import Level, Rule

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
    'The offline edition cannot lie in "{given}".',
    "Choose a place outside the folders of the handbook's texts, with --output.",
    """A zip file inside values/, stories/ or docs/: the next build would take it for a part of the handbook.
""",
)
RULES = (UNWRITABLE, MISPLACED)

_NOT_NEEDED = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a web server asks for."""

_NOT_ASKED_FOR = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
"""What Material brings and no page of ours uses."""

_PACKED = frozenset({".docx", ".jpg", ".jpeg", ".m4a", ".mp3", ".png", ".webp", ".woff2"})
_FILE = 0o100644 << 16
_YEARS = (1980, 2107)
"""The first and the last that a zip file can hold; a clock that stands still says 1970."""


def prune(site: Path, used: Collection[str]) -> None:
    """Take out of a finished site what only a server or an engineer has use for, except for what is `used`: pages, and
    what they load."""
    for path in _files(site):
        name = path.relative_to(site).as_posix()
        needless = name in _NOT_NEEDED or name.startswith(_NOT_ASKED_FOR)
        if (needless or path.suffix == ".map" or path.name.startswith(".")) and name not in used:
            path.unlink()


def bundle(site: Path, first: Artifact, made: Path, today: date, progress: Progress) -> int:
    """Write a site into a zip file, whole or not at all, and return how many files it holds.

    `first` is read before anything else, so it is the first file in it. Every file bears the date the handbook was
    built for. Raises OSError where the zip file cannot be written.
    """
    paths = sorted(_files(site), key=lambda path: (path != site / INDEX, path.relative_to(site).as_posix()))
    made = made.resolve()  # what a link leads to is replaced, and not the link
    number, name = tempfile.mkstemp(dir=made.parent, prefix=".hverdag-", suffix=".zip")
    written = Path(name)
    try:
        with os.fdopen(number, "wb") as opened, zipfile.ZipFile(opened, "w") as held:
            _put(held, first.path, str(first.content).encode("utf-8"), today)
            for done, path in enumerate(paths, 1):
                _put(held, path.relative_to(site).as_posix(), path.read_bytes(), today)
                progress(done, len(paths))
        written.chmod(0o644)
        written.replace(made)
    finally:
        # On a full disk, closing the file fails too; what was written of it must go all the same.
        written.unlink(missing_ok=True)
    return len(paths) + 1


def _put(held: zipfile.ZipFile, name: str, content: bytes, today: date) -> None:
    first, last = _YEARS
    year = min(max(today.year, first), last)
    entry = zipfile.ZipInfo(name, (year, today.month, today.day, 12, 0, 0))
    entry.create_system = 3  # the same on every system
    entry.external_attr = _FILE
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
    held.writestr(entry, content, compresslevel=6)


def _files(site: Path) -> Iterator[Path]:
    for where, _, names in os.walk(site):
        yield from (Path(where) / name for name in names)
