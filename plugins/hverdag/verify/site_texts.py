"""Every text of a finished site as rows of letters, to search in: pages, data, PDFs, office documents, recordings."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.files import PICTURES
from . import extract
from .letters import letters_of, rows

_BINARY = (*PICTURES, ".woff2", ".woff", ".ttf", ".otf", ".ico", ".gz", ".zip", ".map")
"""Suffixes of files without words, and of packed ones."""

_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

_MOSTLY = 0.7
"""How many of every second byte of a text in UTF-16 without a mark are nothing, at least."""


def paths(folder: Path) -> list[str]:
    """Return the sorted paths of the files that may have words in them."""
    top = len(str(folder)) + 1
    every = (
        f"{where}{os.sep}{name}"[top:].replace(os.sep, "/") for where, _, names in os.walk(folder) for name in names
    )
    return sorted(path for path in every if not path.lower().endswith(_BINARY))


def letters(folder: Path, wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file with a row of its letters, as many times as it may be read in ways. What a page has
    in common with an earlier one is left out."""
    seen: set[int] = set()
    for path in wanted:
        if extract.files([path]):
            # A PDF's page may end in the middle of a sentence.
            yield path, letters_of(" ".join(one.text for one in extract.inside(folder, path)))
            continue
        text = _text(folder / path)
        if path.endswith(".html"):
            text = _new_lines(text, seen)
        yield from ((path, row) for row in rows(text))


def _text(path: Path) -> str:
    """Return the text of a file; an empty one if it holds none."""
    raw = path.read_bytes()
    encoding = next((name for mark, name in _WIDE.items() if raw.startswith(mark)), "")
    begins = raw[:8_000]
    if not encoding and b"\0" in begins:
        # Every second byte of a text in UTF-16 is nothing; which one, says the order.
        first, second = begins[::2].count(0), begins[1::2].count(0)
        if max(first, second) < _MOSTLY * len(begins) / 2:
            return ""
        encoding = "utf-16-be" if first > second else "utf-16-le"
    try:
        return raw.decode(encoding or "utf-8", "replace" if encoding else "strict")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _new_lines(text: str, seen: set[int]) -> str:
    """Return the lines of a page that were not met before between the same two lines. Most of a page is the frame."""
    lines = text.split("\n")
    hashes = [0, *map(hash, lines), 0]
    keys = list(map(hash, zip(hashes, hashes[1:], hashes[2:], strict=False)))
    new = set(keys) - seen
    seen |= new
    return "\n".join(line for line, key in zip(lines, keys, strict=True) if key in new)
