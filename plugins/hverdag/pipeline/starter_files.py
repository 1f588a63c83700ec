"""What is still to be written in the files of a publication that hold no texts, such as who owns which folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..check.rules.starter_text import in_text
from ..model.problem import Level, Problem
from ..parse.files import read_text

FILES = (".github/CODEOWNERS", "requirements.txt")


def unwritten_files(root: Path) -> Iterator[Problem]:
    """Yield a warning for each place in these files that nobody has filled in: the handbook can do without it."""
    for path in FILES:
        if (root / path).is_file():
            text = read_text(root, path)[0] or ""
            yield from (replace(problem, level=Level.WARNING) for problem in in_text(text, path))
