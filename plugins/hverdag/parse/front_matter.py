"""A file's text to its fields, its body, and every fault in either.

One slip must not hide the next: a line that YAML cannot read is reported, set aside, and the rest is read.
"""

import json
import re
from dataclasses import dataclass

import yaml

from ..model.problem import Problem, Source
from . import rules
from .tree import Tree, read_tree

FENCE = "---"
MAX_REPAIRS = 25

_FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>- +)?(?P<field>[A-Za-z_][\w-]*): +(?P<text>\S.*?)\s*$")
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
            number = _faulty_line(error, lines)
            problem = _explain(error, lines, number, path, first_line)
            if not problems or problems[-1].source.line != problem.source.line:
                problems.append(problem)  # a second fault in a line is often the first one's shadow
            lines[number] = _repaired(lines[number])
            continue
        tree.problems[:0] = problems
        return tree
    return Tree(problems=problems)


def _faulty_line(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """A quotation mark that never ends is noticed at the end of the file, but begins at the context."""
    context, problem = error.context_mark, error.problem_mark
    quoted = context is not None and "quoted scalar" in (error.context or "")
    mark = context if quoted or problem is None else problem
    number = min(mark.line if mark else 0, len(lines) - 1)
    while number > 0 and not lines[number].strip():
        number -= 1
    return number


def _explain(error: yaml.MarkedYAMLError, lines: list[str], number: int, path: str, first_line: int) -> Problem:
    line = lines[number]
    column = error.problem_mark.column + 1 if error.problem_mark and error.problem_mark.line == number else 1
    found = _FIELD.match(line)
    name = found["field"] if found else ""
    source = Source(path, number + first_line, column, name)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return rules.TAB.at(source)
    if "mapping values are not allowed" in (error.problem or "") and found:
        return rules.COLON.at(source, field=name, text=found["text"].replace('"', "»"))
    sign = found["text"][0] if found else ""
    if sign in ("*", "&"):
        return rules.ALIAS.at(source, sign=sign)
    return rules.TAG.at(source) if sign == "!" else rules.SYNTAX.at(source)


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
