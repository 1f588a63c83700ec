"""A guide as a Word file, made only if it is not in the cache."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from ...docx.program import program
from ...model.artifact import Paper, WordFile, content_bytes
from ...model.photo import CLEANING
from .addresses import print_address
from .model import Guide


def word_file(guide: Guide, paper: Paper, media: Mapping[str, bytes | Path], base: bytes = b"") -> WordFile:
    """Return the Word file of a guide, from the data that its PDF, `paper`, is set from. The data stays JSON until the
    file is made: thousands of guides as Python objects would take gigabytes.

    `media` are the cleaned pictures, by their paths in the publication, and `base` is an organisation's own base.docx.
    """

    def picture(path: str) -> bytes:
        return content_bytes(media[path])

    def make() -> bytes:
        # Imported here: python-docx takes as long to load as a whole check, and most builds find every file cached.
        from .word import word  # noqa: PLC0415

        return word(json.loads(paper.data), picture, base)

    key = hashlib.sha256(f"{program(__package__, base=base)}{CLEANING}\0{paper.data}".encode()).hexdigest()
    return WordFile(print_address(guide, "docx"), key, make, guide.story_codes)
