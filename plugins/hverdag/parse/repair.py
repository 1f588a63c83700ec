"""One slip in front matter: which line it is in, what to call it, and the line as it was probably meant.

YAML often notices a slip lines below where it was made, and gives up. So the slip is looked for, reported where it
stands, and mended in memory, so that the rest of the file can be read in the same run.
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
    """A slip: its line (from 0) and column (from 1), its rule, the field it is in, and whether its text was lost."""

    line: int
    column: int
    rule: Rule
    name: str = ""
    parameters: dict[str, Parameter] = field(default_factory=dict)
    lost: bool = False


def repair(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """Find the slip behind an error, mend it in `lines`, and return it."""
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
    """The indentation a line most likely was meant to have: that of the next without a tab, or of the one before."""
    beside = (*lines[number + 1 :], *reversed(lines[:number]))
    found = next((line for line in beside if line.strip() and "\t" not in line[: len(line) - len(line.lstrip())]), "")
    return found[: len(found) - len(found.lstrip())]


def _place(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int]:
    """Return the line (from 0) and column (from 1) that YAML points at.

    A quotation mark that never ends is noticed at the end of the file, but stands where its text begins.
    """
    quoted = error.context_mark is not None and "quoted scalar" in (error.context or "")
    mark = error.context_mark if quoted or error.problem_mark is None else error.problem_mark
    number, column = (mark.line, mark.column + 1) if mark else (0, 1)
    if number >= len(lines) or not lines[number].strip():
        number = max((at for at, line in enumerate(lines[:number]) if line.strip()), default=0)
        column = 1
    return number, column


def _bracket(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """A list in brackets that never ends is noticed lines below."""
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
    """`state:published` is a text to YAML; it notices on the line below."""
    for at in (number, number - 1):
        found = _NO_SPACE.match(lines[at]) if at >= 0 else None
        if found:
            lines[at] = f"{lines[at][: found.end()]} {lines[at][found.end() :]}"
            return Slip(at, found.end(), rules.SPACE, found["field"], {"given": found["field"]})
    return None


def _colon(error: yaml.MarkedYAMLError, lines: list[str], number: int, column: int) -> Slip | None:
    found = _FIELD.match(lines[number])
    if "mapping values are not allowed" not in (error.problem or "") or not found:
        return None
    better = f"{found['field']}: {in_quotation_marks(found['text'])}"
    _quote(lines, number, found)
    return Slip(number, column, rules.COLON, found["field"], {"better": better})


def _sign(lines: list[str], number: int) -> Slip | None:
    """A text that begins with a sign that YAML keeps for itself."""
    found = _FIELD.match(lines[number]) or _ITEM.match(lines[number])
    sign = found["text"][0] if found else ""
    if not found or sign not in "*&!":
        return None
    _quote(lines, number, found)
    column, name = found.start("text") + 1, found.groupdict().get("field") or ""
    return (
        Slip(number, column, rules.TAG, name)
        if sign == "!"
        else Slip(number, column, rules.ALIAS, name, {"sign": sign})
    )


def _dash(lines: list[str], number: int) -> Slip | None:
    """An item of a list without its dash. YAML notices there, or at the field below."""
    start = next((at for at in range(number, -1, -1) if _TOP.match(lines[at]) and at != number), None)
    if start is None or _FIELD.match(lines[start]):
        return None
    until = number if _TOP.match(lines[number]) else number + 1
    for at in range(start + 1, until):
        line = lines[at]
        is_item = line[:1].isspace() or line[:1] in "-•·*–—"
        if line.strip() and is_item and not any(form.match(line) for form in (_ITEM, _FIELD, _KEY)):
            found = _BULLET.match(line)
            text = found["text"] if found else line.strip()
            indent = next((item["indent"] for item in map(_ITEM.match, lines[start + 1 : until]) if item), "  ")
            lines[at] = f"{indent}- {json.dumps(text, ensure_ascii=False)}"
            return Slip(at, len(line) - len(line.lstrip()) + 1, rules.DASH, _name(lines[start]))
    return None


def _unknown(lines: list[str], number: int, column: int) -> Slip:
    """Put the text in quotation marks; if that was tried, or the slip lies above, leave the field out."""
    line = lines[number]
    found = _FIELD.match(line) or _ITEM.match(line)
    if found and not _is_quoted(found["text"]) and not _is_sound(line):
        _quote(lines, number, found)
        return Slip(number, column, rules.SYNTAX, _name(line))
    start, until, shown = _around(lines, number)
    name = _name(lines[start])
    lines[start:until] = [""] * (until - start)
    return Slip(shown, column if shown == number else 1, rules.SYNTAX, name, lost=True)


def _around(lines: list[str], number: int) -> tuple[int, int, int]:
    """Return the lines to leave out (first, and the one after the last), and the line to show.

    A line without a field's form is the slip itself. In a field of many lines, the whole field is left out. Where the
    line noticed is sound, the slip is in the field above.
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
    """Whether a line is a field that YAML can read by itself."""
    try:
        return bool(_TOP.match(line)) and isinstance(yaml.compose(line, Loader=yaml.CSafeLoader), yaml.MappingNode)
    except yaml.YAMLError:
        return False


def _quote(lines: list[str], number: int, found: re.Match[str]) -> None:
    lines[number] = lines[number][: found.start("text")] + json.dumps(found["text"], ensure_ascii=False)


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == '"'


def _name(line: str) -> str:
    found = _TOP.match(line.strip())
    return found["field"] if found else ""


def in_quotation_marks(text: str) -> str:
    """Return a text as it can stand in front matter whatever it holds; its own quotation marks become Danish ones."""
    return '"' + _QUOTED.sub(r"»\1«", text).replace('"', "”") + '"'
