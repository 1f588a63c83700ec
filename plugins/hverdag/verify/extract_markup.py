"""Reads XML as text: what stands between its tags and in its attributes, comments and instructions."""

import re
from collections.abc import Iterator
from html import unescape

TAGS = re.compile(r"<[^<>]*>")
_OPENED = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|<\?|\?>")
"""What stands around text that is no tag: comments, CDATA and instructions."""
_ATTRIBUTE = re.compile(r"""(?<![\w.-])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')|<!ENTITY\s[^>]*?["']([^"'>]*)""")
_SHORTEST = 6
_ID = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|-?\d+(?:\.\d+)?")
"""Values that programs make: identities and measures. As text they count only where their name says so."""
_SAID = frozenset({"descr", "title", "name", "alt", "Target", "val", "tooltip", "userId", "author", "initials"})
_PROGRAMS = ("http://schemas.", "http://purl.", "http://www.w3.org/", "urn:")


def text_of(markup: str, between: str = "\n") -> str:
    """Return the text of XML, with `between` in place of its tags."""
    return unescape(TAGS.sub(between, _OPENED.sub("\n", markup)))


def attributes(markup: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of every attribute that may say something."""
    for name, double, single, entity in _ATTRIBUTE.findall(markup):
        value = unescape(double or single or entity)
        if len(value) < _SHORTEST or value.startswith(_PROGRAMS):
            continue
        if name in _SAID or not _ID.fullmatch(value):
            yield name, value
