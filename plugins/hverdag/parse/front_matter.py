"""A file's text to its fields, its body, and every fault in either.

One slip must not hide the next: a line that YAML cannot read is reported, set aside, and the rest is read.
"""

import json
import re
from dataclasses import dataclass, replace

import yaml

from ..model.problem import Problem, Source
from . import rules
from .tree import Tree, read_tree

FENCE = "---"
MAX_REPAIRS = 25

_FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>- +)?(?P<field>[A-Za-z_][\w-]*): +(?P<text>\S.*?)\s*$")
_QUOTED = re.compile(r'"([^"]*)"')
_ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<text>\S.*?)\s*$")


@dataclass
class Parts:
    """A document taken apart: its fields, and its body with the line it begins on."""

    tree: Tree
    body: str
    body_line: int


def take_apart(text: str, path: str) -> Parts:
    """Divide a document into fields and body, and read the fields."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        problem = rules.NO_FRONT_MATTER.at(Source(path))
        return Parts(Tree(problems=[problem]), text, 1)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        problem = rules.FRONT_MATTER_OPEN.at(Source(path))
        return Parts(Tree(problems=[problem]), "", len(lines))
    tree = read_fields("\n".join(lines[1:end]), path, first_line=2)
    if not tree.data and not tree.problems:
        tree.problems.append(rules.NO_FRONT_MATTER.at(Source(path)))
    return Parts(tree, "\n".join(lines[end + 1 :]), end + 2)


def read_fields(text: str, path: str, first_line: int = 1) -> Tree:
    """Read fields; each line that cannot be read is reported and set aside."""
    problems: list[Problem] = []
    lines = text.split("\n")
    for _ in range(MAX_REPAIRS):
        try:
            tree = read_tree("\n".join(lines), path, first_line)
        except yaml.MarkedYAMLError as error:
            number, column = _place(error, lines)
            problem = _explain(error, lines[number], Source(path, number + first_line, column))
            if not problems or problems[-1].source.line != problem.source.line:
                problems.append(problem)  # a second fault in a line is often the first one's shadow
            lines[number] = _repaired(lines[number])
            continue
        except yaml.YAMLError:
            problems.append(rules.SYNTAX.at(Source(path, first_line)))
            break
        tree.problems[:0] = problems
        return tree
    return Tree(problems=problems)


def _place(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int]:
    """Return the line (from 0) and column (from 1) of a fault.

    A quotation mark that never ends is noticed at the end of the file, but stands where its text begins.
    """
    quoted = error.context_mark is not None and "quoted scalar" in (error.context or "")
    mark = error.context_mark if quoted or error.problem_mark is None else error.problem_mark
    number, column = (mark.line, mark.column + 1) if mark else (0, 1)
    if number >= len(lines) or not lines[number].strip():
        number = max((at for at, line in enumerate(lines[:number]) if line.strip()), default=0)
        column = 1
    return number, column


def _explain(error: yaml.MarkedYAMLError, line: str, source: Source) -> Problem:
    found = _FIELD.match(line)
    name = found["field"] if found else ""
    source = replace(source, field=name)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return rules.TAB.at(source)
    if "mapping values are not allowed" in (error.problem or "") and found:
        return rules.COLON.at(source, field=name, text=_QUOTED.sub(r"»\1«", found["text"]).replace('"', "”"))
    sign = found["text"][0] if found else ""
    at_text = replace(source, column=found.start("text") + 1) if found else source
    if sign in ("*", "&"):
        return rules.ALIAS.at(at_text, sign=sign)
    return rules.TAG.at(at_text) if sign == "!" else rules.SYNTAX.at(source)


def _repaired(line: str) -> str:
    """Return the line with its text in quotation marks, or, where that was tried, an empty line."""
    if "\t" in line:
        return line.lstrip("\t").replace("\t", "  ")
    for form in (_FIELD, _ITEM):
        found = form.match(line)
        if found and not _is_quoted(found["text"]):
            return line[: found.start("text")] + json.dumps(found["text"], ensure_ascii=False)
    return ""


def _is_quoted(text: str) -> bool:
    try:
        return isinstance(json.loads(text), str)
    except ValueError:
        return False
