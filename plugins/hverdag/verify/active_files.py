"""Checks that no PDF or office document in the finished site asks another computer for something, or runs anything,
when a reader opens it."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from ..model.problem import Level, Problem, Rule, Source, Tag
from .active_office import loads_by_itself
from .active_pdf import acts_by_itself

RULE = Rule(
    "site-file",
    Level.ERROR,
    'The file "{given}" asks another computer for something, or runs something, when it is opened.',
    "Put a copy in its place: of a Word, Excel or PowerPoint file one that is saved as PDF, of a PDF one that is "
    "printed as PDF.",
    """A PDF or an office document that does something by itself: a picture or a template is fetched from another
computer, or a script runs.

Whoever opens the file is known to the other computer. Links that a reader chooses to follow are fine.
""",
    (Tag.ABOUT_PEOPLE,),
)
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_BEGINNING = 1024
"""In so many bytes a PDF may begin."""
_LARGEST = 200_000_000
"""Larger files are told of as what nobody can read."""


def verify(folder: Path, ours: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file of a site that does something by itself. `ours` are the paths of what was made
    here, which does nothing; everything else comes from docs/."""
    for where, _, names in os.walk(folder):
        for name in sorted(names):
            file = Path(where, name)
            path = file.relative_to(folder).as_posix()
            if path not in ours and _acts(file):
                yield RULE.at(Source(f"docs/{path}"), given=path)


def _acts(file: Path) -> bool:
    with file.open("rb") as opened:
        begin = opened.read(_BEGINNING)
        if not (begin.startswith(_ZIP) or _PDF in begin) or file.stat().st_size > _LARGEST:
            return False
        content = begin + opened.read()
    return (_PDF in begin and acts_by_itself(content)) or (begin.startswith(_ZIP) and loads_by_itself(content))
