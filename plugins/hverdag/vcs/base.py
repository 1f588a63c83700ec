"""The files of the publication where the work here began."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .git import GitError, Repository

DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the branch that everyone shares may be called; the first that exists is the one."""


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
    for branch in DEFAULT_BRANCHES:
        with suppress(GitError):
            return repository.fork(branch)
    return repository.commit("HEAD")


def blob_name(content: bytes, like: str) -> str:
    """Return git's name for a content, which is as long as that of another."""
    digest = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return digest(b"blob %d\0" % len(content) + content).hexdigest()
