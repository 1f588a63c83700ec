"""A file's text to its fields and its body, with every fault in the fields.

One slip must not hide the next: a line that YAML cannot read is reported and repaired or removed, and the rest is read.
"""

from dataclasses import dataclass

import yaml

from ..model.problem import Problem, Source
from . import rules
from .repair import repair
from .tree import Tree, read_tree

FENCE = "---"
MAX_REPAIRS = 25
MAX_FIELDS = 20_000
"""The most characters that the fields of a file may have in all."""


@dataclass
class SplitText:
    """A document's text in two: its fields, and its body with the number of the body's first line."""

    tree: Tree
    body: str
    body_line: int


def take_apart(text: str, path: str) -> SplitText:
    """Return a document's text split into fields and body, with the fields read."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        problem = rules.NO_FRONT_MATTER.at(Source(path))
        return SplitText(Tree(problems=[problem]), text, 1)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        problem = rules.FRONT_MATTER_OPEN.at(Source(path))
        return SplitText(Tree(problems=[problem]), "", len(lines))
    tree = read_fields("\n".join(lines[1:end]), path, first_line=2)
    if not tree.data and not tree.problems:
        tree.problems.append(rules.NO_FRONT_MATTER.at(Source(path)))
    return SplitText(tree, "\n".join(lines[end + 1 :]), end + 2)


def read_fields(text: str, path: str, first_line: int = 1) -> Tree:
    """Return the tree of some fields; each line that YAML cannot read is reported, and repaired or removed."""
    problems: list[Problem] = []
    lost = False
    if len(text) > MAX_FIELDS:
        return Tree(problems=[rules.FIELDS_TOO_LONG.at(Source(path, first_line), limit=MAX_FIELDS // 1000)], lost=True)
    lines = [line.rstrip() for line in text.split("\n")]
    for _ in range(MAX_REPAIRS):
        try:
            tree = read_tree("\n".join(lines), path, first_line)
        except yaml.MarkedYAMLError as error:
            slip = repair(error, lines)
            source = Source(path, slip.line + first_line, slip.column, slip.name)
            lost = lost or slip.lost
            if not problems or problems[-1].source.line != source.line:
                problems.append(
                    slip.rule.at(source, **slip.parameters)
                )  # a second slip in a line is caused by the first
            continue
        except yaml.YAMLError:
            problems.append(rules.SYNTAX.at(Source(path, first_line)))
            break
        tree.problems[:0] = problems
        tree.lost = lost
        return tree
    return Tree(problems=problems, lost=True)
