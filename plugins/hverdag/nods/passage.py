"""A passage: a stretch of the text that contributors nod to."""

import re
import unicodedata
from html import escape
from typing import NamedTuple

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
"""Invisible characters: soft hyphen, zero width space, word joiner, byte order mark."""


class Passage(NamedTuple):
    """A stretch of text without a block break. `place` is the name of a field, or the block tags before the text.

    `text` is escaped HTML with the tags of inline elements, such as `<em>`.
    """

    place: str
    text: str


Text = tuple[Passage, ...]
"""The whole text of a story that contributors nod to."""


def seen(text: str) -> str:
    """Return a text as readers see it: composed letters, and without invisible characters."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def plain(text: str) -> str:
    """Return the text of a field as the text of a passage."""
    return escape(" ".join(seen(text).split()), quote=False)
