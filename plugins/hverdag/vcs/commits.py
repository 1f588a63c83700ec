"""Commits as whole publications: which commit the files here are those of, and which commits came before it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from .base import blob_name
from .git import GitError, Repository

MOST_TRIED = 30
"""Maximum number of earlier commits of one publication that are returned."""

MOST_AT_ONCE = 40
"""Maximum number of files in memory while a commit is written out: recordings may be large."""

_NAME = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


class Commit(NamedTuple):
    """A commit: its hash, and the day it was made."""

    name: str
    day: date


def commit_of(root: Path, files: Iterable[str]) -> str:
    """Return the hash of the newest commit if every file of the publication is as in it; an empty string if one is not,
    and without git. `files` are the paths of what a site is made of: each of them must be in the commit."""
    with suppress(GitError, OSError):
        repository = Repository(root)
        name = repository.commit("HEAD")
        tree = repository.blobs(name, [])
        same = (path in tree and _is_as_in(root / path, tree[path]) for path in repository.touched(name))
        return name if set(files) <= set(tree) and all(same) else ""
    return ""


def _is_as_in(path: Path, blob: str) -> bool:
    """Return True if a file holds what git has under a name; on Windows git may have changed its line breaks."""
    content = path.read_bytes()
    return blob in (blob_name(content, blob), blob_name(content.replace(b"\r\n", b"\n"), blob))


def earlier_commits(root: Path, first: str = "") -> Iterator[Commit]:
    """Yield the commits that a publication can be built of again: the one with the texts of `first`, if git has it, and
    then the newest ones, along the first parents. Without git there are none."""
    with suppress(GitError):
        repository = Repository(root)
        seen = set()
        for start, most in ((first if _NAME.fullmatch(first) else "", 1), ("HEAD", MOST_TRIED)):
            with suppress(GitError):
                for name, day in repository.first_parents(start, most):
                    if name not in seen:
                        yield Commit(name, date.fromisoformat(day))
                        seen.add(name)


def is_shallow(root: Path) -> bool:
    """Return True if git has only some of the commits here."""
    with suppress(GitError):
        return Repository(root).is_shallow
    return False


def write_out(root: Path, commit: str, to: Path) -> None:
    """Write the regular files of the publication at a commit to a folder. Raises GitError, and OSError if a file cannot
    be written: half a publication would be built as if it were whole."""
    repository = Repository(root)
    blobs = list(repository.blobs(commit, []).items())
    for at in range(0, len(blobs), MOST_AT_ONCE):
        for path, content in repository.contents(dict(blobs[at : at + MOST_AT_ONCE])):
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            (to / path).write_bytes(content)


def export(
    repository: Repository, commit: str, folders: Sequence[str], to: Path, wanted: Callable[[str], bool]
) -> None:
    """Write the wanted files of a commit to the folder `to`."""
    for version in repository.files(commit, folders, wanted):
        with suppress(OSError):  # a file name that this system does not allow
            (to / version.path).parent.mkdir(parents=True, exist_ok=True)
            (to / version.path).write_bytes(version.content)
