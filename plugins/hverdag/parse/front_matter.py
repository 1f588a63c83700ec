"""A file's text to its fields and its body, with every fault in the fields.

One slip must not hide the next: a line that YAML cannot read is reported and repaired or removed, and the rest is read.
"""

from dataclasses import dataclass

import yaml

from ..model.message import message
from ..model.problem import Problem, Source
from . import rules
from .conflicts import settled
from .fences import FENCE, fenced
from .repair import repair, repair_swallowed
from .spaces import ordinary_spaces
from .tree import Tree, read_tree

__all__ = ["FENCE", "SplitText", "read_fields", "take_apart"]

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
    text, clashes = settled(text, path)
    parts = fenced(text, path, from_conflict=bool(clashes))
    tree = parts.tree or read_fields(parts.fields, path, parts.first_line)
    if not tree.data and not tree.problems and not parts.problems:
        advice = message("Write the fields between the two lines of three dashes.")
        tree.problems.append(rules.NO_FRONT_MATTER.at(Source(path), advice=advice))
        tree.lost = True
    tree.problems[:0] = [*clashes, *parts.problems]
    # A conflict in the text hides no field.
    tree.lost = tree.lost or parts.lost or any(clash.source.line < parts.body_line for clash in clashes)
    return SplitText(tree, parts.body, parts.body_line)


def read_fields(text: str, path: str, first_line: int = 1, most: int = MAX_FIELDS) -> Tree:
    """Return the tree of some fields, of at most `most` characters; each line that YAML cannot read is reported, and
    repaired or removed."""
    lost = False
    if len(text) > most:
        return Tree(problems=[rules.FIELDS_TOO_LONG.at(Source(path, first_line), limit=most // 1000)], lost=True)
    text, problems = settled(text, path, first_line)
    lost = bool(problems)
    lines = [ordinary_spaces(line) for line in text.split("\n")]
    for _ in range(MAX_REPAIRS):
        try:
            tree = read_tree("\n".join(lines), path, first_line)
            slip = repair_swallowed(lines)
        except yaml.MarkedYAMLError as error:
            slip = repair(error, lines)
        except yaml.YAMLError:
            problems.append(_unreadable(path, first_line))
            break
        if slip:
            source = Source(path, slip.line + first_line, slip.column, slip.name)
            lost = lost or slip.lost
            if not problems or problems[-1].source.line != source.line:
                problems.append(
                    slip.rule.at(source, **slip.parameters)
                )  # a second slip in a line is caused by the first
            continue
        tree.problems[:0] = problems
        tree.lost = lost
        return tree
    return Tree(problems=problems, lost=True)


def _unreadable(path: str, line: int) -> Problem:
    cause = message("The fields cannot be understood.")
    return rules.SYNTAX.at(Source(path, line), cause=cause, advice=message("Compare with a file that works."))
