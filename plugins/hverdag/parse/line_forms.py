"""The forms that a line of fields can have, as editors write them."""

import re
from dataclasses import dataclass

import yaml

FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>- +)?(?P<field>[^\W\d][\w-]*): +(?P<text>\S.*)$")
ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<text>\S.*)$")
TOP = re.compile(r"^(?P<field>[^\W\d][\w-]*):(?=\s|$)")
_BLOCK = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:\s+#.*)?")
"""What announces a text on the lines below."""
_MOST_LINES = 100
"""In one text: so many are no slip of the keyboard."""

KEY = re.compile(r"^\s*(?:- +)*[^\W\d][\w-]*:\s*$")


@dataclass(frozen=True)
class WrittenText:
    """A text as it stands after a field's colon or a dash, on one line or several: its first line (from 0), the line
    after its last, its column (from 1), what stands before it, and the name of its field, if it has one."""

    line: int
    end: int
    column: int
    before: str
    text: str
    field: str = ""


def text_at(lines: list[str], number: int) -> WrittenText | None:
    """Return the text that a line is part of; None if the line is not part of one."""
    start = number
    while start > max(0, number - _MOST_LINES) and _goes_on(lines, start):
        start -= 1
    match = FIELD.match(lines[start]) or ITEM.match(lines[start])
    if not match or _BLOCK.fullmatch(match["text"]):
        return None
    end = start + 1
    while end < min(len(lines), start + _MOST_LINES) and _goes_on(lines, end):
        end += 1
    text = " ".join([match["text"], *(line.strip() for line in lines[start + 1 : end])])
    before = lines[start][: match.start("text")]
    return WrittenText(start, end, len(before) + 1, before, text.strip(), match.groupdict().get("field") or "")


def block_end(lines: list[str], number: int) -> int:
    """Return the line after a text that is announced by `|` or `>` on a line, and stands on those below it; the line
    itself if it announces none."""
    match = FIELD.match(lines[number]) or ITEM.match(lines[number])
    if not match or not _BLOCK.fullmatch(match["text"]):
        return number
    depth, end = len(indentation(lines[number])), number + 1
    while end < len(lines) and (not lines[end].strip() or len(indentation(lines[end])) > depth):
        end += 1
    return end


def above(lines: list[str], number: int) -> str:
    """Return the nearest line above that is not empty; an empty text if there is none."""
    return next((lines[at] for at in range(number - 1, -1, -1) if lines[at].strip()), "")


def _goes_on(lines: list[str], number: int) -> bool:
    """Return True if a line has no form of its own and is further in than the line before it began: it goes on with the
    text above."""
    line = lines[number]
    if not line.strip() or not line[0].isspace() or any(form.match(line) for form in (FIELD, ITEM, KEY)):
        return False
    before = above(lines, number)
    if KEY.match(before) or line.lstrip()[0] in "•·*–—#":
        return False
    has_form = FIELD.match(before) or ITEM.match(before)
    return len(indentation(line)) > len(indentation(before)) or not has_form


def indentation(line: str) -> str:
    """Return the spaces and tabs that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def is_sound(text: str) -> bool:
    """Return True if YAML can read some lines by themselves, as fields or as a list."""
    try:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    return len(events) > 2 and isinstance(events[2], (yaml.MappingStartEvent, yaml.SequenceStartEvent))
