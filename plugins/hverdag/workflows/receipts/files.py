"""The files of receipts in a publication: what they hold, and how several are written at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...features.receipts import command_rules as rules
from ...model.problem import Problem, Source, Tag
from ...model.uptake.receipts import FOLDER, ReceiptFile
from ...model.uptake.workplaces import PATH as WORKPLACES
from ...parse.data_files import MAX_DATA
from ...parse.fields import declare
from ...parse.files import read_bytes, text_of
from ...parse.front_matter import read_fields
from ...pipeline.read import ReadPublication
from ...pipeline.rule_registry import has_tag
from ...publish.disk import fault_of_disk
from ...publish.private_files import private_folder, require_private
from ...publish.rights import FILE_FOR_THE_USER
from ..source_files import ChangedMeanwhileError, Replacement, replace_files
from ..story_file import RefusedError

NAME = "receipts"
PRIVATE = f"private/{NAME}/"
_MOST = 20_000_000


@dataclass(frozen=True)
class FileChange:
    """A file that is written: its path in the publication, and its content before and after. One without content is
    made, or deleted."""

    path: str
    before: bytes
    after: bytes


def content(root: Path, path: str) -> bytes:
    """Return the bytes of a file; none if there is no such file. Raises RefusedError if it cannot be read."""
    if not (root / path).exists() and not (root / path).is_symlink():
        return b""
    try:
        return read_bytes(root, path, _MOST)[0]
    except OSError as error:
        raise RefusedError(rules.UNWRITABLE.at(Source(path), given=path)) from error


def refuse_faulty(publication: ReadPublication) -> None:
    """Raise RefusedError if something in the workplaces or the receipts of a publication cannot be read."""
    for problem in publication.problems:
        path = problem.source.path
        if (path == WORKPLACES or path.startswith(FOLDER)) and problem.is_error and _is_lost(problem):
            raise RefusedError(rules.FAULTY.at(Source(path), given=path))


def _is_lost(problem: Problem) -> bool:
    return has_tag(problem, Tag.UNREADABLE) or problem.rule == "required-field"


def private_files(root: Path) -> Iterator[tuple[str, bytes, ReceiptFile]]:
    """Yield the path, the bytes and the content of each file of sentences. Raises RefusedError if one is faulty."""
    for file in sorted((root / PRIVATE).glob("*.yml")):
        path = f"{PRIVATE}{file.name}"
        raw = content(root, path)
        text, problems = text_of(raw, path)
        tree = read_fields(text or "", path, most=MAX_DATA)
        if problems or tree.problems:
            raise RefusedError(rules.FAULTY.at(Source(path), given=path))
        yield path, raw, declare(ReceiptFile, tree, path)[0]


def write_changes(root: Path, changes: Sequence[FileChange]) -> None:
    """Write all files, or none of them. Raises RefusedError, with everything as it was, if one cannot be written, and
    ForeignPrivateError if private/ is not our own."""
    files = [
        Replacement(root / one.path, one.before, one.after, FILE_FOR_THE_USER if one.path.startswith(PRIVATE) else None)
        for one in changes
    ]
    require_private(root, NAME)
    try:
        if any(one.path.startswith(PRIVATE) for one in changes):
            private_folder(root, NAME)
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        replace_files(files)
    except ChangedMeanwhileError as error:
        path = _inside(root, error.path)
        raise RefusedError(rules.CHANGED.at(Source(path), given=path)) from error
    except OSError as error:
        path = _inside(root, Path(error.filename or FOLDER))
        raise RefusedError(fault_of_disk(error, root) or rules.UNWRITABLE.at(Source(path), given=path)) from error


def _inside(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
