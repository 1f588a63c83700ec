"""How a block is written so that this site and the forge read it alike."""

import re

from ...model.message import Message, message
from .compare import Difference
from .describe import ITEMS, LISTS, is_inside_an_item

INDENT = 4
"""Spaces that begin a line inside an item: here so many are needed, and the forge takes them too."""
_FENCES = ("```", "~~~")
_PARENTHESIS = re.compile(r"\d{1,9}\)")
_INLINE = frozenset({"link", "struck", "snippet", "picture", "task", "alert", "note"})


def remedy(difference: Difference, lines: list[str], extensions: frozenset[str]) -> Message:
    """Return how a page is to be written. `lines` are those that both readings were given, and `extensions` those of
    the site."""
    number = min(difference.word.line, len(lines) - 1)
    here, there = _kind(difference.here), _kind(difference.new)
    inside = sum(part.kind in ITEMS for part in (*difference.around, *difference.going_on))
    if difference.runs_together:
        return _for_two(there)
    if there == "code" and inside and "pymdownx.superfences" not in extensions:
        return message(
            "Take away the lines of backticks, put an empty line above the code, and let each line of it begin with "
            "{count} spaces.",
            count=INDENT * (inside + 1),
        )
    if is_inside_an_item(difference) or (there in LISTS and inside):
        return message(
            "Let each of its lines begin with {count} spaces, and what is inside it with four more.",
            count=INDENT * inside,
        )
    if here == there and difference.here[0].number:
        return _for_a_number(difference.new[0].number)
    if there in _INLINE or here in _INLINE:
        return _for_a_line(here, there, difference.word.text, lines[number])
    return _for_a_block(here, there, lines, number)


def _kind(parts: tuple[object, ...]) -> str:
    return str(getattr(parts[0], "kind", "")) if parts else ""


def _for_two(kind: str) -> Message:
    if kind == "quote":
        return message("Put a line with {given} between them, and an empty line above and below it.", given="<!-- -->")
    return message("Put an empty line between them, or take it away.")


def _for_a_number(number: int) -> Message:
    return message(
        "If it is no list, write {given}. If it is, let each line between the items begin with four spaces, or number "
        "them from 1.",
        given=f"{number}\\.",
    )


def _for_a_line(here: str, there: str, word: str, line: str) -> Message:
    if there == "link":
        if word == "www":
            return message("Write the address with https:// in front, between < and >.")
        return message("Put < in front of the address and > after it.")
    told = {
        "struck": message("Write <del> and </del> instead of the tildes."),
        "task": message("Take away {given}.", given="[ ]" if "[ ]" in line else "[x]"),
        "alert": message("Take away the line with {given}.", given="[!...]"),
        "note": message("Ask whoever runs the handbook to add footnotes under markdown_extensions in mkdocs.yml."),
    }
    if there in told:
        return told[there]
    if here in ("link", "picture"):
        return message("Write %20 instead of each space in the address.")
    return message("Put the code between more backticks than it has itself.")


def _for_a_block(here: str, there: str, lines: list[str], number: int) -> Message:
    text = lines[number].strip()
    if here.startswith("heading") and not there:
        return message(
            "Put a space after {given}, or {escaped} where it stands, if it is no heading.", given="#", escaped="\\#"
        )
    if there in LISTS and _PARENTHESIS.match(text):
        return message(
            "Write {given} instead of {other}, and put an empty line above the list.", given="1.", other="1)"
        )
    fence = next((line.strip()[:3] for line in reversed(lines[:number]) if line.strip().startswith(_FENCES)), "")
    if there == "code" and fence:
        return message("Put an empty line above the code, and below it a line of its own with {given}.", given=fence)
    if number and lines[number - 1].strip():
        return message("Put an empty line above it.")
    return message("Put an empty line above it, and begin its lines without spaces.")
