"""Rows whose words only their own workplaces may see, in private/: read as strictly as those in git."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ...check.rules import required_field
from ...model.data_kind import DataKind
from ...model.declared import Declared, Placed
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...parse.data_files import MAX_DATA, read_data
from ...pipeline.read import ReadPublication, first_of_each_file
from .store import Store

F = TypeVar("F", bound=Placed)
R = TypeVar("R", bound=Declared)


def private_rows(
    store: Store[F, R], root: Path, handbook: Handbook, today: date, faults: Callable[[F], Iterable[Problem]]
) -> tuple[tuple[F, ...], list[Problem]]:
    """Return the files of one kind of rows in private/, and every problem in them. `faults` are those of a file that
    concern this kind alone."""
    folder = store.private.rstrip("/")
    kind = DataKind(id=store.rows, model=store.model, path=f"{folder}/*.yml", title="", most=MAX_DATA)
    found = list(read_data(root, folder, kind))
    files = tuple(file for file, _ in found)
    problems = [problem for _, own in found for problem in own]
    problems += _missing(handbook, files, today)
    problems += [problem for file in files for problem in faults(file)]
    return files, list(first_of_each_file(problems))


def concerning(
    publication: ReadPublication, stores: Iterable[Store[Any, Any]], faults: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Return what may make a workplace's file wrong, in order: the errors in values/ and in the private folders of
    `stores`, and `faults`, those of the private rows."""
    folders = ("values/", *(store.private for store in stores))
    found = (one for one in publication.errors if one.source.path.startswith(folders))
    return tuple(sorted((*found, *faults), key=lambda problem: problem.order))


def _missing(handbook: Handbook, files: Sequence[Placed], today: date) -> Iterator[Problem]:
    """Yield a problem for each field that must be there, as a check of the rows in git does."""
    paths = {file.path for file in files}
    for problem in required_field.check(replace(handbook, documents=(), data=tuple(files)), today):
        if problem.source.path in paths:
            yield problem
