"""Limits on a text before it is converted: without them, Python-Markdown's time and recursion depth are unbounded.

Measured on Python-Markdown 3.11: 5,000 `[` in a row take seconds and lists nested 300 deep overflow the stack.
The limits are far above any text that can be read aloud.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.problem import Problem, Source
from . import rules

MAX_CHARACTERS = 30_000
MAX_NESTING = 12
MAX_LINES = 500
"""Lines in one paragraph, list or table."""
MAX_CELLS = 2_000
"""Cells in one table, counted as its widest row times its rows."""
# The most of each sign in one paragraph or list: Python-Markdown searches the rest of the text from each of them.
MAX_SIGNS = {"[": 60, "!": 200, "<": 60, "&": 200, "`": 120, "*": 400, "_": 400, "\\": 400, "(": 400}
MAX_IN_ALL = {"[": 400, "<": 400}

_OPENING = re.compile(r"(?:\s|>|[-*+:](?=\s)|\d{1,9}[.)](?=\s))*")
_MARKER = re.compile(r">|[-*+:](?=\s)|\d{1,9}[.)](?=\s)")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between two blank lines, and the line of the body (from 0) that they begin on."""

    text: str
    line: int


def blocks(body: str) -> Iterator[Block]:
    """Yield the blocks of a body."""
    lines: list[str] = []
    for number, line in enumerate([*body.split("\n"), ""]):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Block("\n".join(lines), number - len(lines))
            lines = []


def exceeded(body: str, path: str, first_line: int) -> list[Problem]:
    """Return a problem for every limit that a body exceeds."""
    if len(body) > MAX_CHARACTERS:
        return [rules.TOO_LONG.at(Source(path, first_line), count=len(body), limit=MAX_CHARACTERS)]
    problems = [problem for block in blocks(body) for problem in _in_block(block, path, first_line)]
    for sign, limit in MAX_IN_ALL.items():
        count = body.count(sign)
        if not problems and count > limit:
            problems.append(_signs(sign, count, limit, Source(path, first_line)))
    return problems


def _in_block(block: Block, path: str, first_line: int) -> Iterator[Problem]:
    for sign, limit in MAX_SIGNS.items():
        count = block.text.count(sign)
        if count > limit:
            yield _signs(sign, count, limit, Source(path, block.line + first_line, 1))
    lines = block.text.split("\n")
    cells = len(lines) * max(line.count("|") for line in lines) if "|" in block.text else 0
    for sign, count, limit in (("|", cells, MAX_CELLS), ("⏎", len(lines), MAX_LINES)):
        if count > limit:
            yield _signs(sign, count, limit, Source(path, block.line + first_line))
    deepest, number = max((_depth(line), -index) for index, line in enumerate(lines))
    if deepest > MAX_NESTING:
        source = Source(path, block.line - number + first_line)
        yield rules.NESTING.at(source, depth=deepest, limit=MAX_NESTING)


def _signs(sign: str, count: int, limit: int, source: Source) -> Problem:
    return rules.SIGNS.at(source, sign=sign, count=count, limit=limit)


def _depth(line: str) -> int:
    """Return the depth at which a line is nested, by its indentation and the markers it begins with.

    Spaces after the first marker count too, four to a level, since `-     - x` is nested.
    """
    opening = _OPENING.match(line)
    start = opening.group() if opening else ""
    indent = len(start.expandtabs(4)) - len(start.expandtabs(4).lstrip())
    return indent // 4 + len(_MARKER.findall(start + line[len(start) : len(start) + 1]))
