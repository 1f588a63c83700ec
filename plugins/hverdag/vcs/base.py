"""The files of the publication where the work here began."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .git import GitError, Repository

DEFAULT_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""What the branch that everyone shares may be called; the first that exists is the one. In full, for anyone may push a
tag with the name `origin/main`, and git would believe it first."""


@dataclass(frozen=True)
class BaseFiles:
    """The paths of all files where the work here began, and the contents that those which have changed had."""

    paths: frozenset[str]
    changed: Mapping[str, bytes]


def base_files(
    root: Path, folders: Sequence[str], is_text: Callable[[str], bool], read: Callable[[str], bytes]
) -> BaseFiles | None:
    """Return the files where the work here left the branch that everyone shares; None if git does not know. `read`
    returns the content of a file on the disk, and no bytes if there is none. Only texts are compared."""
    try:
        repository = Repository(root)
        commit = _base(repository)
        there = repository.blobs(commit, folders)
        changed = [path for path, blob in there.items() if is_text(path) and blob_name(read(path), blob) != blob]
        contents = repository.read_all([(commit, path) for path in changed])
    except GitError:
        return None
    return BaseFiles(frozenset(there), {path: content for (_, path), content in contents.items()})


def _base(repository: Repository) -> str:
    """Return the commit where the work here left the branch that everyone shares; the newest commit if there is no such
    branch. Raises GitError if nothing was ever committed."""
    return shared_base(repository) or repository.commit("HEAD")


def shared_base(repository: Repository) -> str:
    """Return the commit where the work here left the branch that everyone shares; an empty text if there is none."""
    for branch in DEFAULT_BRANCHES:
        with suppress(GitError):
            return repository.fork(branch)
    return ""


def blob_name(content: bytes, like: str) -> str:
    """Return git's name for a content, which is as long as that of another."""
    digest = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return digest(b"blob %d\0" % len(content) + content).hexdigest()
