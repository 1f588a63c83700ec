"""Typed signs that readers would see, cells that would be lost, and definitions that nothing leads to."""

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from ..model.problem import Problem
from . import rules
from .raw_html import pieces
from .reading import Reading, first_line

_MARKDOWN = re.compile(
    r"(?<![\w*])\*{1,2}(?=[^\s*])[^*\n]+(?<=[^\s*])\*{1,2}(?![\w*])"  # emphasis
    r"|\[[^\[\]\n]{1,200}\]\([^()\n]+\)"  # a link
    r"|`[^`\n]+`"
    r"|^[-*] \S.*",
    re.MULTILINE,
)
_SHOWN = 40
"""Characters of a sign that are shown in a message."""


def typed_marks(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each sign that survives, for the first of each kind in a block."""
    begins = {line.lstrip(" \t>")[:1] for line in reading.lines}
    marks = [mark for mark in rules.MARKS if begins & mark.begins or any(hint in reading.text for hint in mark.hints)]
    last: dict[str, int] = {}
    for block in reading.blocks() if marks else ():
        typed = block.meta.get("typed", "")
        told: set[int] = set()
        for mark in marks:
            found = mark.pattern.search(typed)
            if found:
                name = "sign" if found.groupdict().get("sign") else 0
                sign = found[name].strip("\ufffc")
                line = first_line(block) + typed[: found.start(name)].count("\n")
                # A bullet and a tab behind it have one cause, and so have the items of a list.
                if line not in told and last.get(mark.rule.id, -2) != line - 1:
                    yield mark.rule.at(reading.piece(line, sign), given=sign[:_SHOWN])
                told.add(line)
                last[mark.rule.id] = line


def marks_in_html(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for the first Markdown in each block of HTML, which is shown as it is typed."""
    for token in reading.tokens if "<" in reading.text else ():
        found = _MARKDOWN.search(token.content) if token.type == "html_block" else None
        if found and not any(piece.refused for piece in pieces(token.content)):
            line = first_line(token) + token.content[: found.start()].count("\n")
            yield rules.MARKDOWN_IN_HTML.at(reading.piece(line, found[0]), given=found[0][:_SHOWN])


def lost_cells(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each row of a table with more cells than headings."""
    if "|" not in reading.text:
        return
    most = head = 0
    for token, following in zip(reading.tokens, reading.tokens[1:], strict=False):
        if token.type == "thead_open":
            most, head = 0, first_line(token)
        elif token.type == "th_open":
            most += 1
        elif token.type == "tr_open" and following.type == "td_open":
            yield from _row(reading, first_line(token), most, head + reading.first_line)


def _row(reading: Reading, line: int, most: int, head: int) -> Iterator[Problem]:
    raw = reading.lines[line].rstrip()
    row = re.sub(r"^[ \t>]*\|?", "", raw)
    cells = escapedSplit(row.removesuffix("|") if not row.endswith("\\|") else row)
    while len(cells) > most and not cells[-1].strip():
        cells.pop()
    if len(cells) > most:
        kept = sum(len(cell) + 1 for cell in cells[:most])
        column = len(raw) - len(row) + kept + 1
        place = reading.at(line, min(column, len(raw)) or 1)
        yield rules.CELL.at(place, count=len(cells), most=most, head=head, dashes=head + 1)


def definitions(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each address and each note that nothing in the text leads to, or that is there twice."""
    if "]:" not in reading.text:
        return
    used = {token.meta.get("label") for block in reading.blocks() for token in _all(block.children or [])}
    for label, definition in reading.env.get("references", {}).items():
        if label not in used:
            line = definition["map"][0]
            yield rules.UNUSED_LINK.at(reading.piece(line, "["), given=_written(reading, line) or label)
    for duplicate in reading.env.get("duplicate_refs", ()):
        line = duplicate["map"][0]
        yield rules.TWICE.at(reading.piece(line, "["), given=_written(reading, line) or duplicate["label"])
    yield from _notes(reading)


def _notes(reading: Reading) -> Iterator[Problem]:
    used = reading.env.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    for label, line in reading.env.get("definitions", ()):
        mark = f"[^{label}]"
        if label in seen:
            yield rules.TWICE.at(reading.piece(line, mark), given=mark)
        elif used.get(f":{label}", -1) < 0:
            yield rules.LOST_NOTE.at(reading.piece(line, mark), given=mark)
        seen.add(label)


def _written(reading: Reading, line: int) -> str:
    found = re.search(r"\[[^\]]*\]", reading.lines[line])
    return found[0] if found else ""


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _all(token.children)
