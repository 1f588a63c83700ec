"""The files of one kind of rows in a publication: what they hold, and how several are written at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ...model.declared import Declared, Placed
from ...model.language import Language
from ...model.problem import Problem, Rule, Source, Tag
from ...model.uptake.workplaces import PATH as WORKPLACES
from ...parse.csv_headings import Column
from ...parse.data_files import MAX_DATA
from ...parse.fields import declare
from ...parse.files import read_bytes, text_of
from ...parse.front_matter import read_fields
from ...pipeline.read import ReadPublication
from ...pipeline.rule_registry import has_tag
from ...publish.disk import fault_of_disk
from ...publish.private_files import FOLDER, private_folder, require_private
from ...publish.rights import FILE_FOR_THE_USER
from ..source_files import ChangedMeanwhileError, Replacement, replace_files
from ..story_file import RefusedError

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)

_MOST = 20_000_000


@dataclass(frozen=True)
class FileChange:
    """A file that is written: its path in the publication, and its content before and after. One without content is
    made, or deleted."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Store(Generic[F, R]):
    """One kind of rows: `folder` is where git keeps them, and `name` is the folder in private/ with their words.
    `model` is that of a file, and `lists` its lists by name, each with what writes a row of it after its dash; `rows`
    is the name of the list that the kind is about. `columns` are those of a CSV file. The rules tell what cannot be
    read, was changed meanwhile, or cannot be written, and which rows to mend cannot be read."""

    folder: str
    name: str
    model: type[F]
    rows: str
    lists: Mapping[str, Callable[[Any], str]]
    columns: Callable[[Language], Sequence[Column]]
    faulty: Rule
    changed: Rule
    unwritable: Rule
    mend_faulty: Rule

    @property
    def private(self) -> str:
        """The path of the folder in private/, with a slash."""
        return f"{FOLDER}/{self.name}/"

    def rows_of(self, file: F) -> tuple[R, ...]:
        """Return the rows of a file."""
        found: tuple[R, ...] = getattr(file, self.rows)
        return found

    def content(self, root: Path, path: str) -> bytes:
        """Return the bytes of a file; none if there is no such file. Raises RefusedError if it cannot be read."""
        if not (root / path).exists() and not (root / path).is_symlink():
            return b""
        try:
            return read_bytes(root, path, _MOST)[0]
        except OSError as error:
            raise RefusedError(self.unwritable.at(Source(path), given=path)) from error

    def refuse_faulty(self, publication: ReadPublication) -> None:
        """Raise RefusedError if something in the workplaces or the rows of a publication cannot be read."""
        for problem in publication.problems:
            path = problem.source.path
            is_ours = path == WORKPLACES or path.startswith(self.folder)
            if is_ours and problem.is_error and _is_lost(problem):
                raise RefusedError(self.faulty.at(Source(path), given=path))

    def private_files(self, root: Path) -> Iterator[tuple[str, bytes, F]]:
        """Yield the path, the bytes and the content of each file of words. Raises RefusedError if one is faulty."""
        for file in sorted((root / self.private).glob("*.yml")):
            path = f"{self.private}{file.name}"
            raw = self.content(root, path)
            text, problems = text_of(raw, path)
            tree = read_fields(text or "", path, most=MAX_DATA)
            held, faults = declare(self.model, tree, path)
            if problems or tree.problems or any(fault.is_error and _is_lost(fault) for fault in faults):
                raise RefusedError(self.faulty.at(Source(path), given=path))
            yield path, raw, held

    def write(self, root: Path, changes: Sequence[FileChange]) -> None:
        """Write all files, or none of them. Raises RefusedError, with everything as it was, if one cannot be written,
        and ForeignPrivateError if private/ is not our own."""
        files = [
            Replacement(
                root / one.path,
                one.before,
                one.after,
                FILE_FOR_THE_USER if one.path.startswith(self.private) else None,
            )
            for one in changes
        ]
        require_private(root, self.name)
        try:
            if any(one.path.startswith(self.private) for one in changes):
                private_folder(root, self.name)
            (root / self.folder).mkdir(parents=True, exist_ok=True)
            replace_files(files)
        except ChangedMeanwhileError as error:
            path = _inside(root, error.path)
            raise RefusedError(self.changed.at(Source(path), given=path)) from error
        except OSError as error:
            path = _inside(root, Path(error.filename or self.folder))
            fault = fault_of_disk(error, root) or self.unwritable.at(Source(path), given=path)
            raise RefusedError(fault) from error


def _is_lost(problem: Problem) -> bool:
    return has_tag(problem, Tag.UNREADABLE) or problem.rule == "required-field"


def _inside(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
