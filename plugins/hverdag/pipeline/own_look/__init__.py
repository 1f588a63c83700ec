"""An organisation's own look: what every toolkit is handed of the folder theme/, and everything that is wrong in it.

Files are read once. One that is faulty is told and left out, so that the package's own takes its place and everything
else is looked over in the same run.
"""

from pathlib import Path

from ...model.own_look import NO_LOOK, OwnLook
from ...model.problem import Problem
from . import files

__all__ = ["look_texts", "read_look"]

look_texts = files.texts


def read_look(root: Path) -> tuple[OwnLook, tuple[Problem, ...]]:
    """Return the look of a publication without what is faulty in it, and the problems."""
    look, found = files.read(root)
    if look == NO_LOOK:
        return NO_LOOK, tuple(found)
    # Imported here: they load Jinja, which a check of a publication without a look of its own does without.
    from . import names, papers, sheets, templates, word  # noqa: PLC0415

    checks = (names.problems, templates.problems, sheets.problems, papers.problems, word.problems)
    met = [problem for check in checks for problem in check(look)]
    faulty = {problem.source.path.partition("/")[2] for problem in met}
    return look.without(*faulty), (*found, *met)
