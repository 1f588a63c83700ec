"""Writes a folder of files that a command makes for workplaces, beside those of the last time, and swaps the folders:
never half a batch.

The folder holds a list of its files with their digests. What was made before is used again if it is to be the same, and
believed by its digest alone; what somebody has changed or added is never deleted.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..model.artifact import Progress
from ..model.files import is_left_by_system
from ..model.message import message
from ..model.problem import Rule, Source
from ..publish import release
from ..publish.private_files import private_folder
from ..publish.rights import FOR_THE_USER
from .own_place import OwnPlace
from .story_file import RefusedError

_OPEN_ELSEWHERE = ("~$", ".~lock.")
"""How the names of files begin that Word and LibreOffice leave while they have another open."""
_MOST_NAMED = 5


class BatchFile(NamedTuple):
    """A file: its name, a digest of its inputs, and what makes its content. Without a digest it is always made anew."""

    name: str
    key: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class BatchKind:
    """A command's kind of folder: the name of the list in it, and what is told where the folder is not ours, where
    somebody has changed something in it, where it is being written to, and where it cannot be."""

    list_name: str
    foreign: Rule
    changed: Rule
    busy: Rule
    unwritable: Rule


class _Made(NamedTuple):
    """A file that lies in the folder as we made it: the digest of its inputs, and its content."""

    key: str
    content: bytes


def write_batch(
    root: Path, folder: OwnPlace, files: Sequence[BatchFile], kind: BatchKind, progress: Progress = lambda *_: None
) -> None:
    """Replace the folder by these files, in one step. Raises RefusedError if it cannot be, and then it is as it was."""
    with _faults(folder.path, kind):
        if folder.is_private:
            private_folder(root)
        _refuse_foreign(folder.path, kind)
        with release.staging(folder.path, FOR_THE_USER) as staged:
            before = _made_before(folder.path, kind)
            list_of_files: dict[str, tuple[str, str]] = {}
            for count, file in enumerate(files, 1):
                content = _content(file, before)
                (staged / file.name).write_bytes(content)
                list_of_files[file.name] = (_digest(content), file.key)
                progress(count, len(files), message("Files"))
            (staged / kind.list_name).write_text(json.dumps(list_of_files, indent=0), "utf-8")
            release.swap(staged, folder.path, keep_last=False, rights=FOR_THE_USER)


@contextmanager
def _faults(path: Path, kind: BatchKind) -> Iterator[None]:
    """Raise RefusedError for what the folder or the disk refuses."""
    given, source = str(path), Source(str(path))
    try:
        yield
    except release.BusyError as error:
        raise RefusedError(kind.busy.at(source)) from error
    except release.ForeignFolderError as error:
        raise RefusedError(kind.foreign.at(source, given=given)) from error
    except (release.UnwritableError, PermissionError, NotADirectoryError, FileExistsError) as error:
        raise RefusedError(kind.unwritable.at(source, given=given)) from error


def _content(file: BatchFile, before: Mapping[str, _Made]) -> bytes:
    made = before.get(file.name)
    return made.content if made and file.key and made.key == file.key else file.make()


def _refuse_foreign(path: Path, kind: BatchKind) -> None:
    """Raise ForeignFolderError for a folder that is not empty and that the command has not made: a site has our marker
    too."""
    if path.is_dir() and any(path.iterdir()) and not (path / kind.list_name).is_file():
        raise release.ForeignFolderError(str(path))


def _made_before(path: Path, kind: BatchKind) -> Mapping[str, _Made]:
    """Return the files that lie in the folder. Raises RefusedError if somebody has changed one, or added another."""
    if not (path / kind.list_name).is_file():
        return {}
    made, listed, strange = dict[str, _Made](), _listed(path / kind.list_name), list[str]()
    for one in sorted(path.iterdir()):
        is_passing = is_left_by_system(one.name) or one.name.startswith(_OPEN_ELSEWHERE)
        if is_passing or one.name in (kind.list_name, release.MARKER):
            continue
        digest, key = listed.get(one.name, ("", ""))
        content = one.read_bytes() if one.is_file() and not one.is_symlink() else b""
        if digest != _digest(content):
            strange.append(one.name)
        made[one.name] = _Made(key, content)
    if strange:
        names = ", ".join(strange[:_MOST_NAMED]) + (", ..." if len(strange) > _MOST_NAMED else "")
        raise RefusedError(kind.changed.at(Source(str(path)), given=str(path), names=names))
    return made


def _listed(path: Path) -> Mapping[str, tuple[str, str]]:
    """Return the digests of content and inputs by name; none if the list cannot be read."""
    try:
        held = json.loads(path.read_text("utf-8"))
        return {str(name): (str(digest), str(key)) for name, (digest, key) in held.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
