"""The folder of hand-written pages that MkDocs can read to its end, where it holds something that it cannot."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..parse.files import file_lines, open_regular
from ..parse.front_matter import FENCE
from ..pipeline.consequences import unread_in_docs
from ..pipeline.read import ReadPublication
from ..publish.work import run_folder

DOCS = "docs/"
_OF_PLUGINS = frozenset({".authors.yml", ".meta.yml", ".nav.yml", ".pages"})
"""Names of files that plugins read beside pages, and that are no part of a publication: blog, meta, and those for
nav."""
_KEPT = re.compile(r"(?:render_macros:\s*true|date:\s*\d{4}-\d\d-\d\d)\s*")
"""What a page keeps of its fields: whether it has macros, and the day that a blog has none of its posts without."""


@contextmanager
def sound_docs(publication: ReadPublication) -> Iterator[Path | None]:
    """Yield a copy of docs/ without links, pipes and files that cannot be read, for MkDocs follows and reads whatever
    lies there, and with fields that can be read in every page; None where docs/ itself will do. Where there is no
    docs/, the folder is empty: MkDocs wants one."""
    unread = unread_in_docs(publication)
    bodies = publication.handbook.page_bodies
    above = ((problem.source.path, problem.source.line) for problem in publication.errors)
    faulty = {path for path, line in above if path in bodies and line < bodies[path].line} - unread
    to_mend = [page.path for page in publication.handbook.pages if page.path in faulty]
    if (publication.root / DOCS).is_dir() and not (unread or to_mend):
        yield None
        return
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        for path in publication.handbook.files - unread:
            if path.startswith(DOCS):
                _copy(publication.root, path, Path(folder) / path.removeprefix(DOCS))
        for path in _of_plugins(publication.root):
            _copy(publication.root, path, Path(folder) / path.removeprefix(DOCS))
        for path in to_mend:
            _mend(publication.root, path, Path(folder) / path.removeprefix(DOCS))
        yield Path(folder)


def _of_plugins(root: Path) -> Iterator[str]:
    """Yield the paths of what only plugins read in docs/."""
    for where, _, names in os.walk(root / DOCS):
        yield from (
            (Path(where) / name).relative_to(root).as_posix() for name in sorted(_OF_PLUGINS.intersection(names))
        )


def _copy(root: Path, path: str, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError, ValueError), open_regular(root, path) as source, to.open("wb") as copy:
        shutil.copyfileobj(source, copy)


def _mend(root: Path, path: str, to: Path) -> None:
    """Write a page with nothing in its fields but what it keeps of them, on as many lines as they were."""
    lines = file_lines(root, path)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == FENCE), 0)
    if end > 1:
        lines[1:end] = [line if _KEPT.fullmatch(line) else "#" for line in lines[1:end]]
        to.write_text("\n".join((*lines, "")), encoding="utf-8")
