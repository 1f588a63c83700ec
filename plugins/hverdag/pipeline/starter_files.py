"""What is still to be written in the files of a publication that hold no texts, such as who owns which folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..check.rules.starter_text import in_block
from ..check.sentences import TextBlock
from ..model.problem import Level, Problem
from ..parse.files import read_text

FILES = (".github/CODEOWNERS", ".github/ISSUE_TEMPLATE/config.yml", ".gitlab/CODEOWNERS", "requirements.txt")


def unwritten_files(root: Path) -> Iterator[Problem]:
    """Yield a warning for everything in these files that nobody has filled in, at its first place: a team owns many
    folders, and the handbook can do without it."""
    for path in FILES:
        if (root / path).is_file():
            first = dict[object, Problem]()
            for problem in in_block(TextBlock(read_text(root, path)[0] or "", 1), path):
                first.setdefault(problem.parameters["given"], replace(problem, level=Level.WARNING))
            yield from first.values()
