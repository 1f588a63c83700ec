"""Repairing one slip in front matter: finding its line and its rule, and the line as it was probably meant.

YAML often reports a slip lines below where it was made, and stops. So the slip is located, reported at its own line,
and repaired in memory, so that the rest of the file can be read in the same run.
"""

import json
import re
from dataclasses import dataclass, field

import yaml

from ..model.problem import Parameter, Rule
from . import rules

_FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>- +)?(?P<field>[A-Za-z_][\w-]*): +(?P<text>\S.*)$")
_ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<text>\S.*)$")
_TOP = re.compile(r"^(?P<field>[A-Za-z_][\w-]*):(?=\s|$)")
_KEY = re.compile(r"^\s*[A-Za-z_][\w-]*:\s*$")
_NO_SPACE = re.compile(r"^\s*(?P<field>[A-Za-z_][\w-]*):(?=[^\s:/])")
_BULLET = re.compile(r"^(?P<indent>\s*)(?:[-•·*–—]|\d{1,2}[.)])?\s*(?P<text>\S.*)$")
_QUOTED = re.compile(r'"([^"]*)"')
_CLOSING = {"[": "]", "{": "}"}


@dataclass
class Slip:
    """A slip: its line (from 0) and column (from 1), its rule, the name of its field, and `lost`, which is True if the
    field's text was removed."""

    line: int
    column: int
    rule: Rule
    name: str = ""
    parameters: dict[str, Parameter] = field(default_factory=dict)
    lost: bool = False


def repair(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """Return the slip that caused an error, and repair it in `lines`."""
    number, column = _place(error, lines)
    line = lines[number]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        lines[number] = _indent_beside(number, lines) + line.strip().replace("\t", "  ")
        return Slip(number, column, rules.TAB, _name(line))
    return (
        _bracket(error, lines)
        or _space(lines, number)
        or _colon(error, lines, number, column)
        or _sign(lines, number)
        or _dash(lines, number)
        or _unknown(lines, number, column)
    )


def _indent_beside(number: int, lines: list[str]) -> str:
    """Return the indentation that a line probably was meant to have: that of the next line without a tab, or of the
    previous one."""
    neighbours = (*lines[number + 1 :], *reversed(lines[:number]))
    neighbour = next(
        (line for line in neighbours if line.strip() and "\t" not in line[: len(line) - len(line.lstrip())]), ""
    )
    return neighbour[: len(neighbour) - len(neighbour.lstrip())]


def _place(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int]:
    """Return the line (from 0) and column (from 1) of an error.

    YAML reports a quotation mark that is never closed at the end of the file; here, the place is where its text begins.
    """
    quoted = error.context_mark is not None and "quoted scalar" in (error.context or "")
    mark = error.context_mark if quoted or error.problem_mark is None else error.problem_mark
    number, column = (mark.line, mark.column + 1) if mark else (0, 1)
    if number >= len(lines) or not lines[number].strip():
        number = max((at for at, line in enumerate(lines[:number]) if line.strip()), default=0)
        column = 1
    return number, column


def _bracket(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """Return the slip if a list in brackets is never closed, which YAML reports lines below; None otherwise."""
    mark = error.context_mark
    if mark is None or "flow" not in (error.context or "") or mark.line >= len(lines):
        return None
    line = lines[mark.line]
    opening = line[mark.column : mark.column + 1]
    if opening not in _CLOSING or line.count(opening) <= line.count(_CLOSING[opening]):
        return None
    lines[mark.line] = line.rstrip().rstrip(",") + _CLOSING[opening]
    return Slip(mark.line, mark.column + 1, rules.BRACKET, _name(line), {"sign": _CLOSING[opening]})


def _space(lines: list[str], number: int) -> Slip | None:
    """Return the slip if a space is missing, as in `state:published`, which YAML reports on the line below; else
    None."""
    for at in (number, number - 1):
        match = _NO_SPACE.match(lines[at]) if at >= 0 else None
        if match:
            lines[at] = f"{lines[at][: match.end()]} {lines[at][match.end() :]}"
            return Slip(at, match.end(), rules.SPACE, match["field"], {"given": match["field"]})
    return None


def _colon(error: yaml.MarkedYAMLError, lines: list[str], number: int, column: int) -> Slip | None:
    match = _FIELD.match(lines[number])
    if "mapping values are not allowed" not in (error.problem or "") or not match:
        return None
    better = f"{match['field']}: {in_quotation_marks(match['text'])}"
    _quote(lines, number, match)
    return Slip(number, column, rules.COLON, match["field"], {"better": better})


def _sign(lines: list[str], number: int) -> Slip | None:
    """Return the slip if a text begins with a sign that YAML reserves; None otherwise."""
    match = _FIELD.match(lines[number]) or _ITEM.match(lines[number])
    sign = match["text"][0] if match else ""
    if not match or sign not in "*&!":
        return None
    _quote(lines, number, match)
    column, name = match.start("text") + 1, match.groupdict().get("field") or ""
    return (
        Slip(number, column, rules.TAG, name)
        if sign == "!"
        else Slip(number, column, rules.ALIAS, name, {"sign": sign})
    )


def _dash(lines: list[str], number: int) -> Slip | None:
    """Return the slip if an item of a list lacks its dash, which YAML reports there or at the field below; else
    None."""
    start = next((at for at in range(number, -1, -1) if _TOP.match(lines[at]) and at != number), None)
    if start is None or _FIELD.match(lines[start]):
        return None
    until = number if _TOP.match(lines[number]) else number + 1
    for at in range(start + 1, until):
        line = lines[at]
        is_item = line[:1].isspace() or line[:1] in "-•·*–—"
        if line.strip() and is_item and not any(form.match(line) for form in (_ITEM, _FIELD, _KEY)):
            match = _BULLET.match(line)
            text = match["text"] if match else line.strip()
            indent = next((item["indent"] for item in map(_ITEM.match, lines[start + 1 : until]) if item), "  ")
            lines[at] = f"{indent}- {json.dumps(text, ensure_ascii=False)}"
            return Slip(at, len(line) - len(line.lstrip()) + 1, rules.DASH, _name(lines[start]))
    return None


def _unknown(lines: list[str], number: int, column: int) -> Slip:
    """Return an unknown slip. The text is put in quotation marks; if it already is, or the slip is above, the field is
    removed."""
    line = lines[number]
    match = _FIELD.match(line) or _ITEM.match(line)
    if match and not _is_quoted(match["text"]) and not _is_sound(line):
        _quote(lines, number, match)
        return Slip(number, column, rules.SYNTAX, _name(line))
    start, until, shown = _around(lines, number)
    name = _name(lines[start])
    lines[start:until] = [""] * (until - start)
    return Slip(shown, column if shown == number else 1, rules.SYNTAX, name, lost=True)


def _around(lines: list[str], number: int) -> tuple[int, int, int]:
    """Return the lines to remove, as the first and the one after the last, and the line to report.

    A line that does not look like a field is the slip itself. A field of many lines is removed whole. If the reported
    line is valid, the slip is in the field above.
    """
    formless = (
        at for at in range(number, max(-1, number - 3), -1) if lines[at][:1].strip() and not _TOP.match(lines[at])
    )
    at = next((at for at in formless if not _ITEM.match(lines[at])), None)
    if at is not None:
        return at, at + 1, at
    sound = _is_sound(lines[number]) and number > 0
    tops = [at for at, line in enumerate(lines) if _TOP.match(line)]
    start = max((at for at in tops if at < number or (at == number and not sound)), default=0)
    until = min((at for at in tops if at > start), default=len(lines))
    return start, until, start if sound else number


def _is_sound(line: str) -> bool:
    """Return True if a line is a field that YAML can read by itself."""
    try:
        return bool(_TOP.match(line)) and isinstance(yaml.compose(line, Loader=yaml.CSafeLoader), yaml.MappingNode)
    except yaml.YAMLError:
        return False


def _quote(lines: list[str], number: int, match: re.Match[str]) -> None:
    lines[number] = lines[number][: match.start("text")] + json.dumps(match["text"], ensure_ascii=False)


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == '"'


def _name(line: str) -> str:
    match = _TOP.match(line.strip())
    return match["field"] if match else ""


def in_quotation_marks(text: str) -> str:
    """Return a text quoted for front matter, whatever it contains; quotation marks inside become Danish ones."""
    return '"' + _QUOTED.sub(r"»\1«", text).replace('"', "”") + '"'
