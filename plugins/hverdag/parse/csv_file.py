"""The bytes of a CSV file to rows of cells. No cell is ever calculated."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.message import Message, message
from ..model.problem import Problem, Source
from . import rules
from .characters import blanked, unpiled
from .files import read_bytes
from .rules import csv as csv_rules

MOST_BYTES = 5_000_000
"""The largest CSV file that is read."""

DELIMITERS = (";", ",", "\t", "|")
_MARKERS = {f"sep={delimiter}".strip(): delimiter for delimiter in DELIMITERS}

_WORKBOOK = message("a workbook or another Office file")
_KINDS: Mapping[bytes, Message] = {
    b"PK\x03\x04": _WORKBOOK,
    b"\xd0\xcf\x11\xe0": _WORKBOOK,
    b"%PDF": message("a PDF"),
    b"{\\rtf": message("a text document"),
    b"<": message("a web page"),
}
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# What spreadsheets have saved CSV files as, when they were not asked for UTF-8: Windows, old Macs, and "MS-DOS".
_OLD = ("cp1252", "mac_roman", "cp850")
_DANISH = frozenset("æøåÆØÅ")
_NOTHING = frozenset(("-", "–", "—"))


@dataclass(frozen=True)
class Cells:
    """The cells of a row, without spaces around them and on one line each, and the `number` that a spreadsheet shows
    beside it."""

    number: int
    texts: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """True if there is nothing in any cell."""
        return not any(self.texts)


def read_csv_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a CSV file; none, and the problem, if it is too large or cannot be read. A file that is too
    large is not read at all."""
    try:
        resolved = path.resolve()
        raw, size = read_bytes(resolved.parent, resolved.name, MOST_BYTES)
    except (OSError, ValueError):
        return b"", [rules.UNREADABLE.at(Source(path.name))]
    if size > MOST_BYTES:
        return b"", [csv_rules.CSV_SIZE.at(Source(path.name), size=size // 1000, limit=MOST_BYTES // 1000)]
    return raw, []


def csv_text(raw: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of a CSV file, in whatever alphabet it was saved; an empty one and the problem if it is another
    kind of file."""
    if len(raw) > MOST_BYTES:
        return "", [csv_rules.CSV_SIZE.at(Source(path), size=len(raw) // 1000, limit=MOST_BYTES // 1000)]
    kind = next((kind for start, kind in _KINDS.items() if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start)), None)
    if kind is None and not raw.startswith(_WIDE) and b"\0" in raw:
        kind = message("no text at all")
    if kind is not None:
        return "", [csv_rules.CSV_KIND.at(Source(path), kind=kind)]
    return unicodedata.normalize("NFC", unpiled(_decoded(raw))), []


def _decoded(raw: bytes) -> str:
    if raw.startswith(_WIDE):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode(_old_alphabet(raw[:200_000]), "replace")


def _old_alphabet(raw: bytes) -> str:
    """Return the alphabet in which bytes hold the most Danish letters: those of one are odd signs in another."""
    scores = {name: sum(letter in _DANISH for letter in raw.decode(name, "replace")) for name in _OLD}
    best = max(_OLD, key=lambda name: scores[name])
    return best if scores[best] > 2 * scores[_OLD[0]] else _OLD[0]


def rows_of(text: str, path: str, delimiter: str) -> tuple[list[Cells], list[Problem]]:
    """Return the rows of a CSV text, empty ones too, and the problem where they cannot be read any further. Problems
    name the row, as a spreadsheet does."""
    rows: list[Cells] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        rows.extend(Cells(number, tuple(_cell(one) for one in texts)) for number, texts in enumerate(reader, 1))
    except csv.Error:
        return rows, [csv_rules.CSV_QUOTE.at(Source(path, len(rows) + 1))]
    return rows, []


def without_marker(text: str) -> tuple[str, str]:
    """Return a CSV text without a first line such as `sep=;`, which Excel writes and does not show, and the sign that
    it names; an empty sign if there is no such line."""
    first, _, rest = text.partition("\n")
    marker = first.strip().strip('"').casefold()
    if marker in _MARKERS:
        return rest, _MARKERS[marker]
    return text, ""


def first_rows(text: str, delimiter: str, most: int) -> Iterator[Sequence[str]]:
    """Yield the first rows of a CSV text, as far as they can be read."""
    yield from (row.texts for row in rows_of(_beginning(text), "", delimiter)[0][:most])


def _beginning(text: str) -> str:
    return text[:20_000]


def _cell(text: str) -> str:
    """Return the text of a cell on one line; empty for a dash alone. `="A017"`, which keeps a spreadsheet from making
    a number of a text, is the text."""
    line = " ".join(blanked(text).split())
    if line.startswith('="') and line.endswith('"') and line.count('"') == 2:
        line = line[2:-1].strip()
    return "" if line in _NOTHING else line
