"""Contributed text inside Markdown of ours: it is shown as it was typed, and does nothing."""

import re
from collections.abc import Sequence

from ..model.editorial.change import Fate, Stretch

AROUND = 7
"""Words that are shown on each side of a change."""

LONGEST = 900
"""Letters of a stretch that are shown."""

_SIGNS = re.compile(r"([\\`*_\[\]|~$^])")
_BEGINS = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s|$)")
_UNDOING = re.compile(r"(@|#|\bwww\b|:(?=//)|[!%](?=\w)|&amp;(?=\d)|\bGH(?=-\d)|^/(?=\w))")
_JOINER = "&#8288;"
"""An unseen letter: between `@` and a name it keeps the forge from calling that person, and links from being links."""


def plain(text: str) -> str:
    """Return a text on one line that Markdown shows as it is: no markup, no HTML, no link, and nobody is called."""
    told = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told = _SIGNS.sub(r"\\\1", told)
    told = _BEGINS.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", told)
    return _UNDOING.sub(lambda match: match[0] + _JOINER, told)


def shortened(text: str, most: int) -> str:
    """Return the first words of a text, as many letters as there is room for."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def marked(stretches: Sequence[Stretch]) -> str:
    """Return the words of a passage: what is gone crossed out, what is new in bold, and some words around them."""
    signs = {Fate.GONE: "~~{}~~", Fate.NEW: "**{}**", Fate.KEPT: "{}"}
    last = len(stretches) - 1
    told = []
    for number, part in enumerate(stretches):
        text = (
            _around(part.text, number == 0, number == last) if part.fate is Fate.KEPT else shortened(part.text, LONGEST)
        )
        told += [signs[part.fate].format(plain(line)) for line in text.split("\n") if line.strip()]
    return " ".join(told)


def _around(text: str, first: bool, last: bool) -> str:
    """The words of a stretch that stand beside a change."""
    words = text.split()
    if (first and last) or len(words) <= AROUND * (1 if first or last else 2):
        return " ".join(words)
    before = [] if first else words[:AROUND]
    after = [] if last else words[-AROUND:]
    return " ".join((*before, "…", *after))
