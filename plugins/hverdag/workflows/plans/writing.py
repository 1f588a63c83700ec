"""Writes the files of all workplaces beside those of the last time, and swaps the folders: never half a batch.

The folder holds a list of its files with their digests. What was made before is used again if it is to be the same, and
believed by its digest alone; what somebody has changed or added is never deleted.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ...features.plans.command_rules import BUSY, CHANGED, FOLDER, UNWRITABLE
from ...features.plans.files import PlanFile
from ...model.artifact import Progress
from ...model.files import is_left_by_system
from ...model.problem import Source
from ...publish import release
from ...publish.private_files import private_folder
from ...publish.rights import FOR_THE_USER
from ..own_place import OwnPlace
from ..story_file import RefusedError

LIST = ".hverdag-plans"
"""The file in the folder that says what we have made: for each name the digest of its content, and of its inputs."""
_OPEN_ELSEWHERE = ("~$", ".~lock.")
"""How the names of files begin that Word and LibreOffice leave while they have another open."""
_MOST_NAMED = 5


class _Made(NamedTuple):
    """A file that lies in the folder as we made it: the digest of its inputs, and its content."""

    key: str
    content: bytes


def write_plans(
    root: Path, folder: OwnPlace, plans: Sequence[PlanFile], index: tuple[str, bytes], progress: Progress
) -> None:
    """Replace the folder by the files of these workplaces, in one step. Raises RefusedError if it cannot be, and then
    it is as it was."""
    with _faults(folder.path):
        if folder.is_private:
            private_folder(root)
        _refuse_foreign(folder.path)
        with release.staging(folder.path, FOR_THE_USER) as staged:
            before = _made_before(folder.path)
            list_of_files: dict[str, tuple[str, str]] = {}
            for name, key, content in _contents(plans, index, before, progress):
                (staged / name).write_bytes(content)
                list_of_files[name] = (_digest(content), key)
            (staged / LIST).write_text(json.dumps(list_of_files, indent=0), "utf-8")
            release.swap(staged, folder.path, keep_last=False, rights=FOR_THE_USER)


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    """Raise RefusedError for what the folder or the disk refuses."""
    given, source = str(path), Source(str(path))
    try:
        yield
    except release.BusyError as error:
        raise RefusedError(BUSY.at(source)) from error
    except release.ForeignFolderError as error:
        raise RefusedError(FOLDER.at(source, given=given)) from error
    except (release.UnwritableError, PermissionError, NotADirectoryError, FileExistsError) as error:
        raise RefusedError(UNWRITABLE.at(source, given=given)) from error


def _contents(
    plans: Sequence[PlanFile], index: tuple[str, bytes], before: Mapping[str, _Made], progress: Progress
) -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the digest of the inputs, and the content of each file."""
    for count, plan in enumerate(plans, 1):
        name, made = f"{plan.name}.docx", before.get(f"{plan.name}.docx")
        yield name, plan.key, made.content if made and made.key == plan.key else plan.docx()
        yield f"{plan.name}.txt", "", plan.txt()
        progress(count, len(plans))
    yield index[0], "", index[1]


def _refuse_foreign(path: Path) -> None:
    """Raise ForeignFolderError for a folder that is not empty and that no `hverdag plans` has made: a site has our
    marker too."""
    if path.is_dir() and any(path.iterdir()) and not (path / LIST).is_file():
        raise release.ForeignFolderError(str(path))


def _made_before(path: Path) -> Mapping[str, _Made]:
    """Return the files that lie in the folder. Raises RefusedError if somebody has changed one, or added another."""
    if not (path / LIST).is_file():
        return {}
    made, listed, strange = dict[str, _Made](), _listed(path / LIST), list[str]()
    for one in sorted(path.iterdir()):
        is_passing = is_left_by_system(one.name) or one.name.startswith(_OPEN_ELSEWHERE)
        if is_passing or one.name in (LIST, release.MARKER):
            continue
        digest, key = listed.get(one.name, ("", ""))
        content = one.read_bytes() if one.is_file() and not one.is_symlink() else b""
        if digest != _digest(content):
            strange.append(one.name)
        made[one.name] = _Made(key, content)
    if strange:
        names = ", ".join(strange[:_MOST_NAMED]) + (", ..." if len(strange) > _MOST_NAMED else "")
        raise RefusedError(CHANGED.at(Source(str(path)), given=str(path), names=names))
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
