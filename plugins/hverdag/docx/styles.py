"""The empty Word file that guides are written into, and how it is saved as bytes.

Its styles, lists, page and settings are in base.docx, which can be edited in Word. A test checks base.docx against the
constants here.
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
"""The width between the margins of A4, in twentieths of a point, Word's own unit."""
STEP = 340
"""The indent of each level of a list: 6 mm, in twentieths of a point."""
LEVELS = 9
"""The most levels that a list has in Word."""
BULLETS, NUMBERS, LETTERS = 1, 2, 3
"""The numId of each kind of list in base.docx."""
WHEN = datetime(2000, 1, 1)
"""The date of every entry in the zip file, so that the same guide gives the same bytes."""


@cache
def _base() -> bytes:
    return (files(__package__) / BASE).read_bytes()


def opened(language: str, base: bytes = b"") -> WordDocument:
    """Return an empty document whose language is a tag such as `da-DK`. `base` is an organisation's own base.docx."""
    document = Document(io.BytesIO(base or _base()))
    languages: tuple[tuple[Any, str], ...] = (
        (document.styles.element, "lang"),
        (document.settings.element, "themeFontLang"),
    )
    for root, name in languages:
        for element in root.iter(qn(f"w:{name}")):
            for attribute in element.keys():  # noqa: SIM118 an element is no mapping
                element.set(attribute, language)
    return document


def saved(document: WordDocument) -> bytes:
    """Return a document as bytes, the same for the same content on any day and any computer."""
    draft, content = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with ZipFile(draft) as source, ZipFile(content, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, WHEN.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return content.getvalue()


@cache
def needed_styles() -> tuple[frozenset[str], frozenset[int]]:
    """Return the ids of the styles, and the numbers of the lists, that Word files are made with: those in base.docx."""
    document = Document(io.BytesIO(_base()))
    styles = frozenset(str(style.style_id) for style in document.styles)
    return styles, frozenset((BULLETS, NUMBERS, LETTERS))
