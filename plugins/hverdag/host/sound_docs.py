"""The folder of hand-written pages that MkDocs can read to its end, where it holds something that it cannot."""

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
_ASKS = re.compile(r"render_macros:\s*true\s*")


@contextmanager
def sound_docs(publication: ReadPublication) -> Iterator[Path | None]:
    """Yield a copy of docs/ without links, pipes and files that cannot be read, for MkDocs follows and reads whatever
    lies there, and with fields that can be read in every page; None where docs/ itself will do. Where there is no
    docs/, the folder is empty: MkDocs wants one."""
    unread = unread_in_docs(publication)
    faulty = {problem.source.path for problem in publication.errors} - unread
    to_mend = [page.path for page in publication.handbook.pages if page.path in faulty]
    if (publication.root / DOCS).is_dir() and not (unread or to_mend):
        yield None
        return
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        for path in publication.handbook.files - unread:
            if path.startswith(DOCS):
                _copy(publication.root, path, Path(folder) / path.removeprefix(DOCS))
        for path in to_mend:
            _mend(publication.root, path, Path(folder) / path.removeprefix(DOCS))
        yield Path(folder)


def _copy(root: Path, path: str, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError, ValueError), open_regular(root, path) as source, to.open("wb") as copy:
        shutil.copyfileobj(source, copy)


def _mend(root: Path, path: str, to: Path) -> None:
    """Write a page with nothing in its fields but whether it has macros, on as many lines as they were."""
    lines = file_lines(root, path)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == FENCE), 0)
    if end > 1:
        asks = any(_ASKS.fullmatch(line) for line in lines[:end])
        lines[1:end] = ["render_macros: true" if asks else "#", *["#"] * (end - 2)]
        to.write_text("\n".join((*lines, "")), encoding="utf-8")
