"""The handbook as it was where the work here began, to find out what a change would end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from ..model.declared import Placed
from ..model.files import Entry, EntryKind
from ..model.former import PATH as FORMER
from ..model.handbook import Handbook
from ..model.language import language_mark
from ..model.settings import PATH as SETTINGS
from ..parse.files import read_bytes
from ..parse.former import former_of
from ..parse.publication import fields_of
from ..vcs.base import BaseFiles, base_files
from .read import folders

P_co = TypeVar("P_co", bound=Placed, covariant=True)
P = TypeVar("P", bound=Placed)


class _Kind(Protocol[P_co]):
    """A kind of document or of data file."""

    @property
    def model(self) -> type[P_co]:
        """The model of its files."""
        ...


def handbook_at_base(root: Path, now: Handbook) -> Handbook | None:
    """Return the handbook as it was where the work here began, without texts: only fields and paths. None if nothing
    has changed since, or if nobody knows: without git, for example."""

    def read(path: str) -> bytes:
        try:
            return read_bytes(root, path)[0]
        except (OSError, ValueError):
            return b""

    then = base_files(root, folders(), _is_read, read)
    if then is None or (not then.changed and then.paths == now.files):
        return None
    return _as_it_was(now, then)


def _is_read(path: str) -> bool:
    return path.endswith((".md", ".yml")) and language_mark(path) is None


def _as_it_was(now: Handbook, then: BaseFiles) -> Handbook:
    """Return the handbook with the files that it had. What has not changed is not read again."""
    changed = then.changed
    settings = fields_of(changed[SETTINGS], SETTINGS, type(now.settings)) if SETTINGS in changed else now.settings
    formers = now.formers if FORMER in then.paths else ()
    if FORMER in changed:
        formers = former_of(changed[FORMER].decode("utf-8-sig", "replace"))[0]
    return replace(
        now,
        settings=settings,
        documents=tuple(_then(now.documents, now.kind_of, then)),
        data=tuple(_then(now.data, now.data_kind_of, then)),
        entries=tuple(Entry(path, EntryKind.FILE) for path in sorted(then.paths)),
        pages=(),
        formers=formers,
        renamed={},
    )


def _then(now: Iterable[P], kind_of: Callable[[str], _Kind[P] | None], then: BaseFiles) -> Iterator[P]:
    """Yield the documents or data files as they were."""
    yield from (one for one in now if one.path in then.paths and one.path not in then.changed)
    for path, content in then.changed.items():
        kind = kind_of(path)
        if kind:
            yield fields_of(content, path, kind.model)
