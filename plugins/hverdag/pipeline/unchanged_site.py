"""Remembers which sites a check has made and found without problems.

A check makes the whole site only to look for problems in it. If every file that decides is the same byte for byte, it
would find none again. A site with problems is made and looked over each time.
"""

import hashlib
from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..model.handbook import Handbook
from ..model.own_look import FOLDER as OWN_LOOK
from ..publish.cache.clean_log import CleanLog
from .plain_site import MKDOCS, is_plain
from .program import program, regular_files
from .read import folders

_PAGE = ".md"
_PAGES = (_PAGE, ".markdown", ".mdown", ".mkdn", ".mkd")
"""What MkDocs takes for a page; the house reads only the first."""
_LARGEST = 100_000_000
"""The size in bytes of the largest file that is read: a site with a larger one is not remembered."""


class UnchangedSite:
    """What is remembered of the site of one publication. Make it before the publication is read, so that a change
    during the reading is noticed. `macros` are the names that pages may call; `cache` is the folder of the notes."""

    def __init__(self, root: Path, today: date, macros: Collection[str], cache: Path) -> None:
        self._root, self._today, self._macros, self._cache = root, today, macros, cache
        self.files = _files(root)

    def was_clean(self, handbook: Handbook) -> bool:
        """Return True if the site of a handbook was made before from the same files, and had no problems."""
        key = self._key(handbook)
        return bool(key) and self._clean_log().has(key)

    def note_clean(self, handbook: Handbook) -> None:
        """Note that the site of a handbook has no problems, unless the files have changed meanwhile."""
        key = self._key(handbook)
        if key and self.is_still():
            with self._clean_log() as log:
                log.add(key)

    def is_still(self) -> bool:
        """Return True if the files are what they were."""
        return self.files == _files(self._root)

    def _clean_log(self) -> CleanLog:
        return CleanLog(self._cache / "looked-over", f"made {self._root}")

    def _key(self, handbook: Handbook) -> str:
        """Return a digest of everything that decides, or an empty text if something else may decide."""
        # Git knows earlier texts, which decide what a nod is worth.
        told = (repr(self.files), self._today.isoformat(), repr(sorted(handbook.standings.items())), program())
        is_known = self.is_known(handbook)
        return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest() if is_known else ""

    def is_known(self, handbook: Handbook) -> bool:
        """Return True if nothing but files and the program decides how the site of a handbook looks."""
        pages = [path for path in handbook.files if path.startswith("docs/") and path.endswith(_PAGES)]
        if not (self.files and program()) or not all(path.endswith(_PAGE) for path in pages):
            return False
        try:
            return is_plain(self._root, pages, self._macros)
        except OSError:
            return False


def _files(root: Path) -> dict[str, str]:
    """Return a digest of each of the publication's files, or none if one cannot be read or is not a regular file."""
    digests = {}
    try:
        own = (OWN_LOOK,) if (root / OWN_LOOK).exists() else ()
        files = (found for folder in (*folders(), *own) for found in regular_files(root / folder))
        for path in (root / MKDOCS, *map(Path, files)):
            if path.stat().st_size > _LARGEST:
                return {}
            with path.open("rb") as opened:
                content = hashlib.file_digest(opened, "sha256").hexdigest()
            digests[path.relative_to(root).as_posix()] = content
    except OSError:
        return {}
    return digests
