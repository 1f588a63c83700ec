"""A slip in front matter, and the line in quotation marks or brackets that mends it."""

from dataclasses import dataclass, field

from ..model.message import message
from ..model.problem import Parameter, Rule
from ..model.yaml_text import bracketed, quoted
from . import rules
from .line_forms import WrittenText
from .quotation import MARKS, without_mark


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


def with_closed_mark(lines: list[str], written: WrittenText) -> Slip:
    """Close the quotation mark that a text begins with, and return its slip."""
    slip = Slip(written.line, written.column, rules.SYNTAX, written.field)
    if written.text[0] == "[":
        in_brackets(lines, written, slip)
    else:
        quoted_line(lines, written, slip, without_mark(written.text) or written.text)
    slip.parameters["cause"] = message("The text begins with a quotation mark that is never closed.")
    return slip


def in_brackets(lines: list[str], written: WrittenText, slip: Slip) -> Slip:
    """Return the slip of a list in brackets with an item that must stand in quotation marks."""
    items = [_unquoted(item.strip()) for item in written.text[1:-1].split(",") if item.strip()]
    better = written.before + bracketed(items)
    lines[written.line : written.end] = [better, *[""] * (written.end - written.line - 1)]
    slip.parameters = {
        "cause": message("The list holds a text that must be in quotation marks."),
        "advice": message("Write it as {better}", better=better.strip()),
    }
    return slip


def _unquoted(item: str) -> str:
    """Return an item of a list without the marks around it, or without the only one."""
    whole = len(item) > 1 and item[0] == item[-1] and item[0] in MARKS and item[0] not in item[1:-1]
    return item[1:-1] if whole else without_mark(item)


def quoted_line(lines: list[str], written: WrittenText, slip: Slip, text: str = "") -> Slip:
    """Put a text in quotation marks, on one line, and return its slip with the line as it must be."""
    better = written.before + quoted(text or written.text)
    lines[written.line : written.end] = [better, *[""] * (written.end - written.line - 1)]
    told = message("Write it as {better}", better=better.strip())
    if written.end - written.line > 1:
        told = message("Write all of it on one line: {better}", better=better.strip())
    slip.parameters |= {"advice": told}
    return slip
