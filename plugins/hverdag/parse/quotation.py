"""A quotation mark that is opened and never closed. YAML reads on to the next mark of its kind, lines below, and tells
of the letters after that one."""

import re
from collections.abc import Iterator

import yaml

from .line_forms import FIELD, ITEM, KEY, WrittenText, block_end, indentation, text_at

MARKS = "\"'"
_SIGNS = {'"': re.compile(r'\\.|"'), "'": re.compile(r"''|'")}
"""What is a mark between marks of a kind, or only looks like one."""
_OPENS = re.compile(r"""(?:[:,\[]\s*|-\s+)(?:"[^"]*|'[^']*)$""")
"""A line whose last quotation may go on below it."""
_LIST = re.compile(r"[\[,]\s*(?P<mark>[\"'])")


def unclosed_quotation(error: yaml.MarkedYAMLError, lines: list[str]) -> WrittenText | None:
    """Return the text that begins with the mark that was never closed, if an error comes from one; None otherwise."""
    told = {mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None}
    last = max(told, default=0)
    for written, mark, column in _openings(lines, last):
        end = _closing(lines, written, mark, column)
        if end is None or any(end <= line <= _next(lines, end) for line in told):
            return written
    return None


def swallowing_quotation(lines: list[str]) -> WrittenText | None:
    """Return the text with a mark that was never closed, where YAML reads the fields below it as a part of it and finds
    no fault; None if there is none."""
    if not any(map(_OPENS.search, lines)):
        return None
    for written, mark, column in _openings(lines, len(lines)):
        end = _closing(lines, written, mark, column)
        depth = len(indentation(lines[written.line]))
        for line in lines[written.line + 1 : (written.line if end is None else end) + 1]:
            if len(indentation(line)) <= depth and any(form.match(line) for form in (FIELD, ITEM, KEY)):
                return written
    return None


def without_mark(text: str) -> str:
    """Return a text without the mark that it begins with, if it has no other."""
    return text[1:] if text[:1] in MARKS and text[0] not in text[1:] else text


def _openings(lines: list[str], last: int) -> Iterator[tuple[WrittenText, str, int]]:
    """Yield each text as far as a line that has a mark without another one, with the mark and its column (from 0) in
    the text's first line."""
    number = 0
    while number <= min(last, len(lines) - 1):
        written = text_at(lines, number)
        if written and written.line == number:
            for at in _begins(written.text):
                if not _closes(written.text[at + 1 :], written.text[at]):
                    yield written, written.text[at], len(written.before) + at
        number = max(block_end(lines, number), written.end if written else 0, number + 1)


def _closes(text: str, mark: str) -> bool:
    """Return True if a mark closes somewhere in a text."""
    return any(found[0] == mark for found in _SIGNS[mark].finditer(text))


def _begins(text: str) -> Iterator[int]:
    """Yield where in a text a quotation begins: at its first letter, or at that of an item of a list in brackets. What
    stands between two marks begins none."""
    if text[0] in MARKS:
        yield 0
    at = 0
    while text[0] == "[" and (found := _LIST.search(text, at)):
        begins, mark = found.start("mark"), found["mark"]
        yield begins
        closing = next((one for one in _SIGNS[mark].finditer(text, begins + 1) if one[0] == mark), None)
        at = closing.end() if closing else len(text)


def _closing(lines: list[str], written: WrittenText, mark: str, column: int) -> int | None:
    """Return the line of the mark that YAML takes for the closing one; None if there is none."""
    for number in range(written.line, len(lines)):
        rest = lines[number][column + 1 :] if number == written.line else lines[number]
        if _closes(rest, mark):
            return number
    return None


def _next(lines: list[str], number: int) -> int:
    """Return the next line that is not empty."""
    return next((at for at in range(number + 1, len(lines)) if lines[at].strip()), len(lines))
