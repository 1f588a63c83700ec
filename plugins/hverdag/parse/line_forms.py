"""The forms that a line of fields can have, as editors write them."""

import re
from dataclasses import dataclass

import yaml

FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>- +)?(?P<field>[^\W\d][\w-]*): +(?P<text>\S.*)$")
ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<text>\S.*)$")
TOP = re.compile(r"^(?P<field>[^\W\d][\w-]*):(?=\s|$)")
_BLOCK = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:\s+#.*)?")
"""What announces a text on the lines below."""

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
    while start > 0 and _goes_on(lines, start):
        start -= 1
    match = FIELD.match(lines[start]) or ITEM.match(lines[start])
    if not match or _BLOCK.fullmatch(match["text"]):
        return None
    end = start + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    text = " ".join([match["text"], *(line.strip() for line in lines[start + 1 : end])])
    before = lines[start][: match.start("text")]
    return WrittenText(start, end, len(before) + 1, before, text.strip(), match.groupdict().get("field") or "")


def _goes_on(lines: list[str], number: int) -> bool:
    """Return True if a line has no form of its own and is further in than the line before it began: it goes on with the
    text above."""
    line, above = lines[number], next((line for line in reversed(lines[:number]) if line.strip()), "")
    if not line.strip() or not line[0].isspace() or any(form.match(line) for form in (FIELD, ITEM, KEY)):
        return False
    if KEY.match(above) or line.lstrip()[0] in "•·*–—#":
        return False
    has_form = FIELD.match(above) or ITEM.match(above)
    return len(indentation(line)) > len(indentation(above)) or not has_form


def indentation(line: str) -> str:
    """Return the spaces and tabs that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def is_sound(text: str) -> bool:
    """Return True if YAML can read some lines by themselves, as fields or as a list."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return isinstance(node, (yaml.MappingNode, yaml.SequenceNode))
