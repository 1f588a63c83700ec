"""A guide as a Word file, made only where someone asks for it and it is not made already."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from ..model.addresses import print_address
from ..model.artifact import Paper, WordFile
from ..model.meeting import Guide
from ..model.photo import CLEANING


def word_file(guide: Guide, paper: Paper, media: Mapping[str, bytes | Path]) -> WordFile:
    """Return the Word file of a guide, from the data that its PDF, `paper`, is set from. It is kept as JSON until it is
    asked for: thousands of guides as Python's own lists and mappings would take gigabytes.

    `media` are pictures as readers may have them, by their paths in the publication.
    """

    def picture(path: str) -> bytes:
        held = media[path]
        return held.read_bytes() if isinstance(held, Path) else held

    def make() -> bytes:
        # Imported here: python-docx takes as long to load as a whole check, and most builds need none of it.
        from .word import word  # noqa: PLC0415

        return word(json.loads(paper.data), picture)

    key = hashlib.sha256(f"{_recipe()}\0{paper.data}".encode()).hexdigest()
    return WordFile(print_address(guide, "docx"), key, make, guide.story_codes)


@cache
def _recipe() -> str:
    """What else a Word file is made from: the program itself, and the file that each begins from."""
    found = sorted(path.name for path in files("hverdag.render").iterdir() if path.name.startswith("word"))
    own = ((files("hverdag.render") / name).read_bytes() for name in (*found, "base.docx"))
    digests = (hashlib.sha256(part).hexdigest() for part in own)
    return "".join([version("python-docx"), str(CLEANING), *digests])
