"""Spaces that look like a space and are none: what is pasted from Word, a web page or a chat is full of them.

YAML knows the ordinary space alone. So the others are read as that where they stand as part of a field's form: at the
beginning and the end of a line, and after a dash or a colon. Inside a text they stay as they are.
"""

import re

_CLASS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_ODD = re.compile(f"[{_CLASS}]")
_FORM = re.compile(
    rf"[\t {_CLASS}]*"  # the indentation
    rf"(?:-[\t {_CLASS}]+)*"
    rf"(?:[^\W\d][\w-]*[ {_CLASS}]*:(?=[\t {_CLASS}]|$)[\t {_CLASS}]*)?"
)


def ordinary_spaces(line: str) -> str:
    """Return a line of fields with ordinary spaces for all others that are part of its form, and none at its end. Each
    character keeps its place."""
    if _ODD.search(line):
        line = _FORM.sub(lambda found: _ODD.sub(" ", found[0]), line, count=1)
    return line.rstrip().rstrip("\u200b").rstrip()


def bare(text: str) -> str:
    """Return a text without any kind of space at its ends."""
    if text.isascii():
        return text.strip()
    return text.strip().strip("\u200b").strip()
