"""Conflicts that git has left in a file: two versions of the same lines, between `<<<<<<<` and `>>>>>>>`.

They are looked for in a whole file before it is taken apart, since one may begin among the fields and end in the text.
"""

import re
from dataclasses import dataclass

from ..model.problem import Problem, Source
from . import rules

_MARKER = re.compile(r"^ {0,3}(?P<sign><{7,}|\|{7,}|={7,}|>{7,})(?P<name>[ \t].*)?$", re.MULTILINE)
_OURS, _BASE, _BETWEEN, _THEIRS = "<|=>"


@dataclass(frozen=True)
class Conflict:
    """A conflict: the lines (from 1) of its signs, in order, and the lines that belong to the version of others."""

    markers: tuple[int, ...]
    theirs: range

    @property
    def line(self) -> int:
        """The line of its first sign."""
        return self.markers[0]

    @property
    def left_out(self) -> frozenset[int]:
        """The lines that are not read: the signs, and every version but the first."""
        return frozenset((*self.markers, *self.theirs))


def conflicts(text: str) -> tuple[Conflict, ...]:
    """Return the conflicts in a text, in order.

    A line of `=======` alone may underline a heading, so it counts only together with one of the others. Signs that
    have lost their partners are conflicts too: someone has mended half of one.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    found: list[Conflict] = []
    open_markers: list[tuple[str, int]] = []
    for number, sign in _markers(text):
        if sign == _OURS:
            _close(open_markers, found)
            open_markers = [(sign, number)]
        elif sign == _THEIRS:
            _close([*open_markers, (sign, number)], found)
            open_markers = []
        elif open_markers or sign == _BETWEEN:
            # Of several lines of =======, only the last one before the end can be the conflict's own.
            kept = [marker for marker in open_markers if marker[0] != sign or marker[0] == _OURS]
            open_markers = [*kept, (sign, number)]
    _close(open_markers, found)
    return tuple(found)


def _markers(text: str) -> list[tuple[int, str]]:
    found, line, position = [], 1, 0
    for match in _MARKER.finditer(text):
        sign, name = match["sign"][0], (match["name"] or "").strip()
        line += text[position : match.start()].count("\n")
        position = match.start()
        if not (sign == _BETWEEN and name):
            found.append((line, sign))
    return found


def _close(markers: list[tuple[str, int]], found: list[Conflict]) -> None:
    """Add the conflict that some signs make, if they make one."""
    signs = dict(markers)
    if _OURS not in signs and _THEIRS not in signs:
        return
    first = min((number for sign, number in markers if sign in (_BASE, _BETWEEN)), default=0)
    end = signs.get(_THEIRS, 0)
    theirs = range(first + 1, end) if first and end else range(0)
    found.append(Conflict(tuple(number for _, number in markers), theirs))


def settled(text: str, path: str, first_line: int = 1) -> tuple[str, list[Problem]]:
    """Return a text with the first version of each conflict and empty lines for all that is left out, and a problem for
    each conflict. So nothing else is told for a conflict's sake, and every line keeps its number."""
    found = conflicts(text)
    if not found:
        return text, []
    left_out = frozenset(number for conflict in found for number in conflict.left_out)
    lines = ["" if number in left_out else line for number, line in enumerate(text.split("\n"), 1)]
    problems = [
        rules.CONFLICT.at(Source(path, conflict.line + first_line - 1), given=_listed(conflict, first_line))
        for conflict in found
    ]
    return "\n".join(lines), problems


def _listed(conflict: Conflict, first_line: int) -> str:
    return ", ".join(str(number + first_line - 1) for number in conflict.markers)
