"""The empty Word file that guides are written into, and how it is kept as bytes.

Its styles, lists, page and settings lie in base.docx, which Word itself can open and change. What is told of it here, a
test holds it to.
"""

import io
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

BASE = "base.docx"
TEXT_WIDTH = 9865
"""What stands between the margins of A4, in twentieths of a point, Word's own measure."""
STEP = 340
"""6 mm: how far each level of a list stands in."""
LEVELS = 9
"""Word's lists have no more levels."""
BULLETS, NUMBERS, LETTERS = 1, 2, 3
"""Kinds of list."""
WHEN = datetime(2000, 1, 1)
"""The date in every file, so that the same guide is the same bytes."""


@cache
def _base() -> bytes:
    return (files(__package__) / BASE).read_bytes()


def opened(language: str) -> WordDocument:
    """Return an empty file in a language, as `da-DK`, to write in."""
    document = Document(io.BytesIO(_base()))
    held: tuple[tuple[Any, str], ...] = (
        (document.styles.element, "lang"),
        (document.settings.element, "themeFontLang"),
    )
    for root, name in held:
        for told in root.iter(qn(f"w:{name}")):
            for script in told.keys():  # noqa: SIM118 an element is no mapping
                told.set(script, language)
    return document


def saved(document: WordDocument) -> bytes:
    """Return a file as bytes: the same for the same words, on any day and any computer."""
    written, kept = io.BytesIO(), io.BytesIO()
    document.save(written)
    with ZipFile(written) as found, ZipFile(kept, "w", ZIP_DEFLATED) as fixed:
        for name in found.namelist():
            entry = ZipInfo(name, WHEN.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            fixed.writestr(entry, found.read(name))
    return kept.getvalue()
