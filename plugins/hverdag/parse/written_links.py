"""The links of a hand-written page, or of mkdocs.yml, as they stand in the file."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINK = re.compile(
    r"""\]\(\s*<?(?P<inline>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)"""
    r"""|^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s<>]+)"""
    r"""|\b(?:href|src|srcset|data|poster|action)\s*=\s*["']?(?P<html>[^"'\s>]+)"""
)
_FENCE = re.compile(r"\s*(```|~~~)")
_NAV = re.compile(r"""[^\s"':\[\]{},]+\.md\b(?:\#[\w-]+)?""")


class WrittenLink(NamedTuple):
    """A link as it is written: its address, and where it stands in the file."""

    address: str
    line: int
    column: int


def links_of_page(lines: Iterable[str]) -> Iterator[WrittenLink]:
    """Yield the links and pictures of a Markdown page; what stands in code is none."""
    in_code = False
    for number, line in enumerate(lines, 1):
        if _FENCE.match(line):
            in_code = not in_code
        for match in () if in_code else _LINK.finditer(line):
            name = match.lastgroup or "inline"
            if match[name]:
                yield WrittenLink(match[name], number, match.start(name) + 1)


def links_of_nav(lines: Iterable[str]) -> Iterator[WrittenLink]:
    """Yield the pages that mkdocs.yml names."""
    for number, line in enumerate(lines, 1):
        for match in _NAV.finditer(line.partition(" #")[0]):
            yield WrittenLink(match[0], number, match.start() + 1)
