"""The handbook as it was where the work here began, to find out what a change would end."""

from dataclasses import replace
from pathlib import Path

from ..model.files import Entry, EntryKind
from ..model.former import PATH as FORMER
from ..model.handbook import Handbook
from ..model.settings import PATH as SETTINGS
from ..parse.files import read_bytes
from ..parse.former import former_of
from ..parse.publication import fields_of
from ..vcs.base import BaseFiles, base_files
from .read import folders


def handbook_at_base(root: Path, now: Handbook) -> Handbook | None:
    """Return the handbook as it was where the work here began, without texts: only fields and paths. None if nothing
    has changed since, or if nobody knows: without git, for example."""

    def read(path: str) -> bytes:
        try:
            return read_bytes(root, path)[0]
        except (OSError, ValueError):
            return b""

    then = base_files(root, folders(), lambda path: path.endswith((".md", ".yml")), read)
    if then is None or (not then.changed and then.paths == now.files):
        return None
    return _as_it_was(now, then)


def _as_it_was(now: Handbook, then: BaseFiles) -> Handbook:
    """Return the handbook with the files that it had. What has not changed is not read again."""
    changed = then.changed
    kinds = {path: kind for path in changed if (kind := now.kind_of(path))}
    unchanged = (one for one in now.documents if one.path in then.paths and one.path not in changed)
    documents = (*unchanged, *(fields_of(changed[path], path, kind.model) for path, kind in kinds.items()))
    settings = fields_of(changed[SETTINGS], SETTINGS, type(now.settings)) if SETTINGS in changed else now.settings
    formers = now.formers if FORMER in then.paths else ()
    if FORMER in changed:
        formers = former_of(changed[FORMER].decode("utf-8-sig", "replace"))[0]
    entries = tuple(Entry(path, EntryKind.FILE) for path in sorted(then.paths))
    return replace(now, settings=settings, documents=documents, entries=entries, pages=(), formers=formers, renamed={})
