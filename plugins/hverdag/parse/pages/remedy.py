"""How a block is written so that this site and the forge read it alike."""

import re

from ...model.message import Message, message
from .compare import Difference
from .describe import ITEMS, LISTS

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
    if difference.runs_together:
        return _for_two(there)
    inside = sum(part.kind in ITEMS for part in (*difference.around, *difference.going_on))
    if inside and there not in _INLINE and (difference.is_inside or there in LISTS):
        is_fenced = there == "code" and bool(_fence_above(lines, number))
        return _for_an_item(inside, is_fenced and "pymdownx.superfences" not in extensions)
    if here == there and difference.here[0].number:
        return _for_a_number(difference.new[0].number)
    if there != "code" and (there in _INLINE or here in _INLINE):
        return _for_a_line(here, there, difference.word.text, lines[number])
    return _for_a_block(here, there, lines, number)


def _for_an_item(inside: int, is_fenced: bool) -> Message:
    if is_fenced:
        return message(
            "Take away the lines of backticks, put an empty line above the code, and let each line of it begin with "
            "{count} spaces.",
            count=INDENT * (inside + 1),
        )
    return message(
        "Let each of its lines begin with {count} spaces, and what is inside it with four more.", count=INDENT * inside
    )


def _fence_above(lines: list[str], number: int) -> str:
    """Return the line that begins the fenced code that a line is in; an empty string if it is in none."""
    fences = [line for line in lines[: number + 1] if line.strip().startswith(_FENCES)]
    return fences[-1] if len(fences) % 2 else ""


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
    if here == "picture" or "](" in line:
        return message("Write %20 instead of each space in the address.")
    if here == "link":
        return message("Write the link as {given}.", given="[...](...)")
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
    sign = _fence_above(lines, number).strip()[:3] if there == "code" else ""
    if sign and not any(line.strip() == sign for line in lines[number:]):
        return message("Put an empty line above the code, and below it a line of its own with {given}.", given=sign)
    if not sign and number and lines[number - 1].strip():
        return message("Put an empty line above it.")
    return message("Put an empty line above it, and begin its lines without spaces.")
