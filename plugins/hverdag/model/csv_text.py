"""CSV files that we write. A spreadsheet never takes a cell of them for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from .language import Language

_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(?:[.,]\d+)?$)")
_GUARD = "'"


def is_formula(text: str) -> bool:
    """Return True if a spreadsheet would take a cell for a formula or a command; a negative number is none."""
    return bool(_FORMULA.match(text.lstrip(" ")))


def safe_cell(text: str) -> str:
    """Return the text of a cell, with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"{_GUARD}{text}" if is_formula(text) else text


def without_guard(text: str) -> str:
    """Return a text as it was before `safe_cell` wrote it."""
    return text[1:] if text.startswith(_GUARD) and is_formula(text[1:]) else text


def delimiter(language: Language) -> str:
    """Return what stands between the columns of a file for readers: what a spreadsheet in their language expects."""
    return ";" if language is Language.DANISH else ","


def csv_bytes(rows: Iterable[Sequence[str]], delimiter: str = ";") -> bytes:
    """Return a CSV file that Excel opens as it is meant: with a byte order mark, and every cell safe."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([safe_cell(text) for text in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
