"""Escapes contributed text for our Markdown, so that it is shown as typed and triggers nothing in the forge."""

import re
from collections.abc import Sequence

from ..model.editorial.change import Fate, Stretch

AROUND = 7
"""Unchanged words shown on each side of a change."""

LONGEST = 900
"""Maximum number of characters shown of a stretch."""

_SIGNS = re.compile(r"([\\`*_\[\]|~$^])")
_BEGINS = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s|$)")
_UNDOING = re.compile(r"(@|#|\bwww\b|:(?=//)|[!%](?=\w)|&amp;(?=\d)|\bGH(?=-\d)|^/(?=\w))")
_JOINER = "&#8288;"
"""WORD JOINER, an invisible character. After `@` it prevents a mention, and in an address it prevents a link."""


def plain(text: str) -> str:
    """Return a text on one line, escaped so that Markdown shows it literally: no markup, HTML, links or mentions."""
    escaped = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _SIGNS.sub(r"\\\1", escaped)
    escaped = _BEGINS.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", escaped)
    return _UNDOING.sub(lambda match: match[0] + _JOINER, escaped)


def shortened(text: str, most: int) -> str:
    """Return a text cut at a word boundary to at most `most` characters, with an ellipsis if anything was cut."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def marked(stretches: Sequence[Stretch]) -> str:
    """Return a passage as Markdown: deleted words crossed out, new words in bold, and a few unchanged words around."""
    signs = {Fate.GONE: "~~{}~~", Fate.NEW: "**{}**", Fate.KEPT: "{}"}
    last = len(stretches) - 1
    pieces = []
    for number, part in enumerate(stretches):
        text = (
            _around(part.text, number == 0, number == last) if part.fate is Fate.KEPT else shortened(part.text, LONGEST)
        )
        pieces += [signs[part.fate].format(plain(line)) for line in text.split("\n") if line.strip()]
    return " ".join(pieces)


def _around(text: str, first: bool, last: bool) -> str:
    """Return the words of an unchanged stretch that are next to a change, with an ellipsis for the rest."""
    words = text.split()
    if (first and last) or len(words) <= AROUND * (1 if first or last else 2):
        return " ".join(words)
    before = [] if first else words[:AROUND]
    after = [] if last else words[-AROUND:]
    return " ".join((*before, "…", *after))
