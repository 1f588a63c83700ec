"""The progress bar of long operations."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ..model.artifact import Progress
from ..model.message import Message
from .spoken import words_for


@contextmanager
def progress_bar(folder: Path, language: str | None = None) -> Iterator[Progress]:
    """Yield a function that shows the progress of a build: click's progress bar in a terminal, one for each phase with
    what is done in it, and nothing if stderr is no terminal. It speaks the publication's language if no other is
    given."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda *_: None
        return
    bars: list[Any] = []
    words = words_for(folder, language)

    def show(done: int, total: int, doing: Message) -> None:
        label = words.tell(doing)
        if not bars or bars[-1].length != total or bars[-1].pos > done or bars[-1].label != label:
            close()
            bars.append(click.progressbar(length=total, label=label, file=sys.stderr))
            bars[-1].__enter__()
        bars[-1].update(done - bars[-1].pos)

    def close() -> None:
        if bars:
            bars.pop().__exit__(None, None, None)

    try:
        yield show
    finally:
        close()
