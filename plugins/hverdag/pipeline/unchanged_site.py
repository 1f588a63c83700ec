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
        self._files = _files(root)

    def was_clean(self, handbook: Handbook) -> bool:
        """Return True if the site of a handbook was made before from the same files, and had no problems."""
        key = self._key(handbook)
        return bool(key) and self._clean_log().has(key)

    def note_clean(self, handbook: Handbook) -> None:
        """Note that the site of a handbook has no problems, unless the files have changed meanwhile."""
        key = self._key(handbook)
        if key and self._files == _files(self._root):
            with self._clean_log() as log:
                log.add(key)

    def _clean_log(self) -> CleanLog:
        return CleanLog(self._cache / "looked-over", f"made {self._root}")

    def _key(self, handbook: Handbook) -> str:
        """Return a digest of everything that decides, or an empty text if something else may decide."""
        pages = [path for path in handbook.files if path.startswith("docs/") and path.endswith(_PAGES)]
        if not (self._files and program()) or not all(path.endswith(_PAGE) for path in pages):
            return ""
        try:
            # Git knows earlier texts, which decide what a nod is worth.
            told = (self._files, self._today.isoformat(), repr(sorted(handbook.standings.items())), program())
            if not is_plain(self._root, pages, self._macros):
                return ""
        except OSError:
            return ""
        return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _files(root: Path) -> str:
    """Return a digest of the publication's files, or an empty text if one cannot be read or is not a regular file."""
    digest = hashlib.sha256()
    try:
        own = (OWN_LOOK,) if (root / OWN_LOOK).exists() else ()
        files = (found for folder in (*folders(), *own) for found in regular_files(root / folder))
        for path in (root / MKDOCS, *map(Path, files)):
            if path.stat().st_size > _LARGEST:
                return ""
            with path.open("rb") as opened:
                content = hashlib.file_digest(opened, "sha256").hexdigest()
            digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode("utf-8", "surrogateescape"))
    except OSError:
        return ""
    return digest.hexdigest()
