"""Reads a publication for a preview, which goes on whatever happens."""

import logging
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from ...model.own_look import FOLDER as OWN_LOOK
from ...parse.memory import Memory
from ...pipeline.languages.reading import read_languages
from ...pipeline.on_request import Site
from ...pipeline.read import ReadPublication, folders
from ...pipeline.render import render
from ...pipeline.today import today_of

_log = logging.getLogger("mkdocs.plugins.hverdag")

AnySite = TypeVar("AnySite", bound=Site)


def previewed(root: Path, last: Site | None) -> Site:
    """Return all of a publication's preview, for `mkdocs serve`, which builds whole sites; `last` if that fails."""
    return read_again(root, lambda read, today: render(read, today, preview=True, set_aside=True), last)


def read_again(
    root: Path,
    lay_out: Callable[[ReadPublication, date], AnySite],
    last: AnySite | None,
    today: date | None = None,
    memory: Memory | None = None,
) -> AnySite:
    """Return a publication, laid out for a preview. If Hverdag itself fails, the last one that was read stays: an
    exception would leave the browser waiting for ever. It is raised where there was none before."""
    try:
        day = today or today_of(root)
        return lay_out(read_languages(root, day, memory=memory).for_preview(), day)
    except Exception:
        if last is None:
            raise
        trace = bool(os.environ.get("HVERDAG_DEBUG"))
        _log.error("Hverdag could not read the publication; the last one it could read is shown.", exc_info=trace)
        return last


def watched(root: Path) -> list[str]:
    """Return the folders of a publication that texts lie in, as far as they are there."""
    return [str(root / folder) for folder in (*folders(), OWN_LOOK) if (root / folder).is_dir()]
