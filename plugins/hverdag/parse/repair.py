"""Repairing one slip in front matter: finding its line and its rule, and the line as it was probably meant.

YAML often reports a slip lines below where it was made, and stops. So the slip is located, reported at its own line,
and repaired in memory, so that the rest of the file can be read in the same run.
"""

import re

import yaml

from ..model.message import message
from ..model.problem import Parameter
from ..model.yaml_text import scalar
from . import rules
from .line_forms import FIELD, ITEM, KEY, TOP, above, indentation, is_sound, text_at
from .quotation import MARKS, swallowing_quotation, unclosed_quotation
from .slip import Slip, in_brackets, quoted_line, with_closed_mark
from .tree import MAX_DEPTH, NOT_A_FIELD

_NO_SPACE = re.compile(r"^\s*(?P<field>[^\W\d][\w-]*):(?=[^\s:/])")
_BULLET = re.compile(r"^(?P<indent>\s*)(?:[-•·*–—]|\d{1,2}[.)])?\s*(?P<text>\S.*)$")
_MOST_TRIED = 6
"""Ways to indent a line: a file has hardly more."""
_CLOSING = {"[": "]", "{": "}"}


def repair(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """Return the slip that caused an error, and repair it in `lines`."""
    number, column = _place(error, lines)
    if "\t" in indentation(lines[number]):
        return _tab(lines, number, column)
    return (
        _quotation(error, lines)
        or _bracket(error, lines)
        or _space(lines, number)
        or _colon(error, lines, number, column)
        or _sign(lines, number)
        or _dash(lines, number)
        or _text(lines, number, column)
        or _unknown(lines, number, column)
    )


def _place(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int]:
    """Return the line (from 0) and column (from 1) of an error.

    YAML reports a quotation mark that is never closed at the end of the file; here, the place is where its text begins.
    """
    in_quotation = error.context_mark is not None and "quoted scalar" in (error.context or "")
    mark = error.context_mark if in_quotation or error.problem_mark is None else error.problem_mark
    number, column = (mark.line, mark.column + 1) if mark else (0, 1)
    if number >= len(lines) or not lines[number].strip():
        number = max((at for at, line in enumerate(lines[:number]) if line.strip()), default=0)
        column = 1
    return number, column


def _tab(lines: list[str], number: int, column: int) -> Slip:
    """Return the slip of a tab in the indentation, with the indentation that lets the fields be read."""
    line = lines[number]
    before = above(lines, number)
    usual = indentation(before) + ("  " if KEY.match(before) else "")
    others = (indentation(other) for other in (*lines[:number], *lines[number + 1 :]))
    candidates = dict.fromkeys(
        (usual, "  " * indentation(line).count("\t"), "", *(one for one in others if "\t" not in one))
    )
    rest = line.strip().replace("\t", "  ")
    read = (one for one in list(candidates)[:_MOST_TRIED] if _is_read([*lines[:number], one + rest]))
    indent = next(read, usual)
    lines[number] = indent + rest
    advice = message("Begin the line with {count} spaces, and no tab.", count=len(indent))
    return Slip(
        number, column, rules.TAB, _name(line), {"advice": advice if indent else message("Delete the tab in front.")}
    )


def _is_read(lines: list[str]) -> bool:
    """Return True if YAML can read some lines, and the last of them adds to what the one before it began."""
    opened = above(lines, len(lines) - 1)
    inside = not KEY.match(opened) or ITEM.match(lines[-1]) or len(indentation(lines[-1])) > len(indentation(opened))
    return bool(inside) and is_sound("\n".join(lines))


def _quotation(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """Return the slip if a quotation mark is never closed, at the mark; None otherwise."""
    written = unclosed_quotation(error, lines)
    return with_closed_mark(lines, written) if written else None


def repair_swallowed(lines: list[str]) -> Slip | None:
    """Return the slip of fields that YAML reads as part of a quotation, and close it in `lines`; None if there are
    none."""
    written = swallowing_quotation(lines)
    return with_closed_mark(lines, written) if written else None


def _bracket(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """Return the slip if a list in brackets is never closed, which YAML reports lines below; None otherwise."""
    mark = error.context_mark
    if mark is None or "flow" not in (error.context or "") or mark.line >= len(lines):
        return None
    marked = _sign(lines, mark.line)
    if marked:
        return marked
    line = lines[mark.line]
    opening = line[mark.column : mark.column + 1]
    if opening not in _CLOSING or line.count(opening) <= line.count(_CLOSING[opening]):
        return None
    missing = ""
    for letter in line[mark.column :]:
        missing = _CLOSING.get(letter, "") + (missing[1:] if missing[:1] == letter else missing)
        if len(missing) > MAX_DEPTH:
            return None
    lines[mark.line] = line.rstrip().rstrip(",") + missing
    parameters: dict[str, Parameter] = {"better": lines[mark.line].strip()}
    return Slip(mark.line, mark.column + 1, rules.BRACKET, _name(line), parameters)


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
    written = text_at(lines, number)
    if "mapping values are not allowed" not in (error.problem or "") or not written or ": " not in f"{written.text} ":
        return None
    return quoted_line(lines, written, Slip(number, column, rules.COLON, written.field))


def _sign(lines: list[str], number: int) -> Slip | None:
    """Return the slip if a text begins with a sign that YAML reserves; None otherwise."""
    written = text_at(lines, number)
    if not written or written.text[0] not in "*&!":
        return None
    rule = rules.TAG if written.text[0] == "!" else rules.ALIAS
    return quoted_line(
        lines, written, Slip(written.line, written.column, rule, written.field, {"sign": written.text[0]})
    )


def _dash(lines: list[str], number: int) -> Slip | None:
    """Return the slip if an item of a list lacks its dash, which YAML reports there or at the field below; else
    None."""
    start = next((at for at in range(number, -1, -1) if TOP.match(lines[at]) and at != number), None)
    if start is None or FIELD.match(lines[start]):
        return None
    until = number if TOP.match(lines[number]) else number + 1
    for at in range(start + 1, until):
        line = lines[at]
        is_item = line[:1].isspace() or line[:1] in "-•·*–—"
        if line.strip() and is_item and not any(form.match(line) for form in (ITEM, FIELD, KEY)):
            match = _BULLET.match(line)
            text = match["text"] if match else line.strip()
            indent = next((item["indent"] for item in map(ITEM.match, lines[start + 1 : until]) if item), "  ")
            better = f"- {text if is_sound(f'- {text}') else scalar(text)}"
            lines[at] = indent + better
            place = len(line) - len(line.lstrip()) + 1
            return Slip(at, place, rules.DASH, _name(lines[start]), {"better": better, "count": len(indent)})
    return None


def _text(lines: list[str], number: int, column: int) -> Slip | None:
    """Return the slip if a text cannot be read as it is, and can in quotation marks; None otherwise."""
    written = text_at(lines, number)
    if not written or is_sound("\n".join(lines[written.line : written.end])):
        return None
    mark = written.text[0]
    if mark == "[" and written.text[-1] == "]":
        return in_brackets(lines, written, Slip(number, column, rules.SYNTAX, written.field))
    if mark not in MARKS:
        cause = message("The text begins with a sign that means something else to the computer.")
        cause = message("The line cannot be understood.") if mark.isalnum() else cause
        return quoted_line(lines, written, Slip(number, column, rules.SYNTAX, written.field, {"cause": cause}))
    cause = message("The text begins with a quotation mark, and goes on after the quotation has ended.")
    slip = Slip(number, column, rules.SYNTAX, written.field, {"cause": cause})
    return quoted_line(lines, written, slip)


def _unknown(lines: list[str], number: int, column: int) -> Slip:
    """Return an unknown slip. Its field is removed, or the one above if that is where the slip is."""
    start, until, shown = _around(lines, number)
    name = _name(lines[start])
    lines[start:until] = [""] * (until - start)
    return Slip(shown, column if shown == number else 1, rules.SYNTAX, name, dict(NOT_A_FIELD), lost=True)


def _around(lines: list[str], number: int) -> tuple[int, int, int]:
    """Return the lines to remove, as the first and the one after the last, and the line to report.

    A line that does not look like a field is the slip itself. A field of many lines is removed whole. If the reported
    line is valid, the slip is in the field above.
    """
    formless = (
        at for at in range(number, max(-1, number - 3), -1) if lines[at][:1].strip() and not TOP.match(lines[at])
    )
    at = next((at for at in formless if not ITEM.match(lines[at])), None)
    if at is not None:
        return at, at + 1, at
    sound = bool(TOP.match(lines[number])) and is_sound(lines[number]) and number > 0
    tops = [at for at, line in enumerate(lines) if TOP.match(line)]
    start = max((at for at in tops if at < number or (at == number and not sound)), default=0)
    until = min((at for at in tops if at > start), default=len(lines))
    return start, until, start if sound else number


def _name(line: str) -> str:
    match = TOP.match(line.strip().removeprefix("- "))
    return match["field"] if match else ""
