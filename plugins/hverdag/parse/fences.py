"""Where the fields of a file begin and end: between two lines of three dashes, and nothing else.

What is meant as that is told as such, with its line, and the fields are read all the same.
"""

import json
import re
import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from ..model.declared import Place
from ..model.message import Message, message
from ..model.problem import Problem, Source
from ..model.yaml_text import block
from . import rules
from .line_forms import FIELD, ITEM, TOP
from .tree import Tree

FENCE = "---"
NO_FIELDS = message("Begin the file with a line of three dashes, then the fields, then three dashes again.")
"""The advice where there are no fields at all. Where the publication is known, they can be shown."""
_LIKE_FENCE = re.compile(r"\s*(?:(?:[-–—=+*_~.;] ?){2,}|[–—]|```\s*\w*|-{3}\s*\S{1,12})\s*")
_OTHER_FORM = re.compile(r"\{|\+{3}\s*")


@dataclass(frozen=True)
class FencedText:
    """A text in two: its fields and its body, each with the number of its first line, and what is wrong with the lines
    between them. `lost` is True if there are fields that could not be read."""

    fields: str
    first_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...] = field(default=())
    lost: bool = False
    tree: Tree | None = None


def fenced(text: str, path: str, *, from_conflict: bool = False) -> FencedText:
    """Return the fields and the body of a text. After a conflict, empty lines before the fields are no fault."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    opening = lines[start].rstrip()
    if _OTHER_FORM.match(opening):
        return _other_form(lines, start, path)
    problems = []
    if opening == FENCE and start and not from_conflict:
        problems.append(_missing(path, message("Delete the empty lines above line {line}.", line=start + 1)))
    elif opening != FENCE and _LIKE_FENCE.fullmatch(opening):
        problems.append(rules.FENCE.at(Source(path, start + 1), given=opening))
    elif opening != FENCE:
        return _without_opening(lines, start, path)
    return _closed(lines, start + 1, path, problems)


def is_meant_as_fields(text: str) -> bool:
    """Return True if a text begins with what is meant as fields: a line like three dashes, and then a field."""
    lines = [line for line in text.split("\n", 10) if line.strip()][:2]
    if len(lines) < 2 or lines[0].rstrip() == FENCE:
        return bool(lines) and lines[0].rstrip() == FENCE and (text.startswith(FENCE) or _is_field(lines[-1]))
    toml = lines[0].startswith("+++") and re.match(r"[\w-]+\s*=", lines[1])
    return bool(toml) or bool(_LIKE_FENCE.fullmatch(lines[0]) and _is_field(lines[1]))


def _is_field(line: str) -> bool:
    return bool(FIELD.match(line) or TOP.match(line))


def _closed(lines: list[str], first: int, path: str, problems: list[Problem]) -> FencedText:
    """Return the parts of a file whose fields begin at a line (from 0)."""
    ends = (at for at in range(first, len(lines)) if not lines[at][:1].isspace() and _LIKE_FENCE.fullmatch(lines[at]))
    end = next(ends, None)
    if end is not None and lines[end].rstrip() != FENCE:
        problems.append(rules.FENCE.at(Source(path, end + 1), given=lines[end].rstrip()))
    elif end is None:
        end = _guessed_end(lines, first)
        problems.append(rules.FRONT_MATTER_OPEN.at(Source(path), line=end))
        return _parts(lines, first, end, end, tuple(problems))
    return _parts(lines, first, end, end + 1, tuple(problems))


def _parts(lines: list[str], first: int, end: int, body: int, problems: tuple[Problem, ...]) -> FencedText:
    return FencedText("\n".join(lines[first:end]), first + 1, "\n".join(lines[body:]), body + 1, problems)


def _without_opening(lines: list[str], start: int, path: str) -> FencedText:
    """Return the parts of a file without its first fence. If it begins with fields, they are read."""
    if not _is_field(lines[start]):
        return FencedText("", 1, "\n".join(lines), 1, (_missing(path, NO_FIELDS),), lost=True)
    parts = _closed(lines, start, path, [])
    unclosed = any(problem.rule == rules.FRONT_MATTER_OPEN.id for problem in parts.problems)
    above = message("Write --- on a line of its own above line {line}.", line=start + 1)
    both = message(
        "Write --- on a line of its own above line {line}, and on another below line {last}.",
        line=start + 1,
        last=parts.body_line - 1,
    )
    others = () if unclosed else parts.problems
    return replace(parts, problems=(_missing(path, both if unclosed else above), *others))


def _missing(path: str, advice: Message) -> Problem:
    return rules.NO_FRONT_MATTER.at(Source(path), advice=advice)


def _guessed_end(lines: list[str], first: int) -> int:
    """Return the line (from 0) after the last that has the form of fields."""
    end = at = first
    while at < len(lines):
        line = lines[at]
        comment = line.startswith("#") and at == end
        if _is_field(line) or ITEM.match(line) or (line[:1].isspace() and line.strip()) or comment:
            end = at + 1
        elif line.strip():
            break
        at += 1
    return end


def _other_form(lines: list[str], start: int, path: str) -> FencedText:
    """Return the parts of a file whose fields are TOML or JSON, with a problem that says how they must be written."""
    toml = lines[start].startswith("+")
    try:
        data, end = _toml(lines, start) if toml else _json(lines, start)
    except (ValueError, RecursionError):
        if toml:
            problem = rules.FENCE.at(Source(path, start + 1), given=lines[start].rstrip())
            return _closed(lines, start + 1, path, [problem])
        return _without_opening(lines, start, path)
    sample = "\n".join((FENCE, *block(data), FENCE))
    problem = rules.FORM.at(
        Source(path, start + 1), given="TOML" if toml else "JSON", first=start + 1, last=end, sample=sample
    )
    places: dict[Place, tuple[int, int]] = {}
    tree = Tree(data=_read(data, (), places, start + 1), places=places, keys=places)
    return FencedText("", 1, "\n".join(lines[end:]), end + 1, (problem,), tree=tree)


def _toml(lines: list[str], start: int) -> tuple[dict[str, Any], int]:
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == "+++"), None)
    if end is None:
        raise ValueError
    return _plain(tomllib.loads("\n".join(lines[start + 1 : end]))), end + 1


def _json(lines: list[str], start: int) -> tuple[dict[str, Any], int]:
    text = "\n".join(lines[start:])
    data, length = json.JSONDecoder().raw_decode(text)
    return _plain(data), start + text[:length].count("\n") + 1


def _read(held: Any, place: Place, places: dict[Place, tuple[int, int]], line: int) -> Any:
    """Return data as it is read from YAML, where everything is a text, a list or a mapping; all of it is placed at one
    line."""
    if place:
        places[place] = (line, 1)
    if isinstance(held, dict):
        return {name: _read(inner, (*place, name), places, line) for name, inner in held.items()}
    if isinstance(held, list):
        return [_read(inner, (*place, number), places, line) for number, inner in enumerate(held)]
    return str(held).lower() if isinstance(held, bool) else str(held)


def _plain(held: Any) -> Any:
    """Return data as fields can hold it: texts, whole numbers, days, lists and fields."""
    if isinstance(held, dict):
        return {str(name): _plain(inner) for name, inner in held.items() if inner is not None}
    if isinstance(held, list):
        return [_plain(inner) for inner in held if inner is not None]
    if isinstance(held, datetime):
        return held.date()
    return held if isinstance(held, (str, int, date)) else str(held)
