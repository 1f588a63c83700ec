"""The progress bar of long operations."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from ..model.artifact import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Yield a function that shows the progress of a build: click's progress bar in a terminal, one for each phase, and
    nothing if stderr is no terminal."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda *_: None
        return
    bars: list[Any] = []

    def show(done: int, total: int) -> None:
        if not bars or bars[-1].length != total or bars[-1].pos > done:
            close()
            bars.append(click.progressbar(length=total, file=sys.stderr))
            bars[-1].__enter__()
        bars[-1].update(done - bars[-1].pos)

    def close() -> None:
        if bars:
            bars.pop().__exit__(None, None, None)

    try:
        yield show
    finally:
        close()
