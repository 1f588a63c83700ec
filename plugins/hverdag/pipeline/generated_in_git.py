"""What a build makes, or believes because it has made it, never lies in git: whoever proposes a text could have written
it."""

from collections.abc import Iterator
from pathlib import Path

from ..model.problem import Level, Problem, Rule, Source
from ..vcs.git import GitError
from ..vcs.tracked import tracked

GENERATED = (".hverdag", ".private", ".site", ".site-preview", "private", "site", "site-preview", "site.edition.json")
"""The folders and the file that Hverdag makes in a publication."""

IN_GIT = Rule(
    "site-in-git",
    Level.ERROR,
    '"{given}" has been added to git, but Hverdag makes it itself.',
    "Take it out again: git rm -r --cached {given}",
    """A finished page, a file of the cache or a report that is in git together with the texts, or a link there.

Hverdag makes these itself, from texts that have been read and nodded to. What is in git may have been written by
anybody, and could be published as it is.
""",
)


def generated_in_git(root: Path) -> Iterator[Problem]:
    """Yield a problem for each thing that Hverdag makes and that has been added to git."""
    try:
        found = tracked(root, GENERATED)
    except GitError:
        return
    first = {path.partition("/")[0]: path for path in sorted(found, reverse=True)}
    yield from (IN_GIT.at(Source(path), given=name) for name, path in sorted(first.items()))
