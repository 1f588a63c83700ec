"""The commit that a change is compared with, and the publication as it was there."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ..model.files import Entry, EntryKind
from ..model.former import PATH as FORMER
from ..model.handbook import Handbook, kind_of
from ..model.settings import PATH as SETTINGS
from ..parse.files import read_bytes
from ..parse.former import former_of
from ..parse.publication import fields_of
from .git import GitError, Repository

DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the branch that everyone shares may be called; the first that exists is the one."""


def handbook_at_base(root: Path, now: Handbook, folders: Sequence[str]) -> Handbook | None:
    """Return the handbook as it was where the work here began, without texts: only fields and paths. None if nothing
    has changed since, or if nobody knows: without git, for example."""
    try:
        repository = Repository(root)
        commit = _base(repository)
        there = repository.blobs(commit, folders)
        changed = [path for path, blob in there.items() if path.endswith((".md", ".yml")) and not _is(root, path, blob)]
        if not changed and set(there) == now.files:
            return None
        contents = {path: content for (_, path), content in repository.read_all([(commit, p) for p in changed]).items()}
    except GitError:
        return None
    return _as_it_was(now, there, contents)


def _base(repository: Repository) -> str:
    """Return the commit where the work here left the branch that everyone shares; the newest commit if there is no such
    branch. Raises GitError if nothing was ever committed."""
    for branch in DEFAULT_BRANCHES:
        with suppress(GitError):
            return repository.fork(branch)
    return repository.commit("HEAD")


def _is(root: Path, path: str, blob: str) -> bool:
    """Return True if a file on the disk has the content that git knows as a blob."""
    try:
        content, _ = read_bytes(root, path)
    except (OSError, ValueError):
        return False
    digest = hashlib.sha1 if len(blob) == 40 else hashlib.sha256  # noqa: S324 git's own name for the content
    return digest(b"blob %d\0" % len(content) + content).hexdigest() == blob


def _as_it_was(now: Handbook, there: Mapping[str, str], contents: Mapping[str, bytes]) -> Handbook:
    """Return the handbook with the files of a commit. `contents` are those that have changed since."""
    unchanged = [one for one in now.documents if one.path in there and one.path not in contents]
    kinds = {path: kind for path in contents if (kind := kind_of(now.kinds, path))}
    changed = [fields_of(contents[path], path, kind.model) for path, kind in kinds.items()]
    settings = fields_of(contents[SETTINGS], SETTINGS, type(now.settings)) if SETTINGS in contents else now.settings
    if FORMER in contents:
        formers = former_of(contents[FORMER].decode("utf-8-sig", "replace"))[0]
    else:
        formers = now.formers if FORMER in there else ()
    entries = tuple(Entry(path, EntryKind.FILE) for path in there)
    return replace(
        now, settings=settings, documents=(*unchanged, *changed), entries=entries, pages=(), formers=formers, renamed={}
    )
