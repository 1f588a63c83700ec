"""Agreements whose wording only their own workplaces may see: private/wordings, read as strictly as
values/agreements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...check.rules import required_field
from ...features.agreements.command_rules import FUTURE, NUMBER, WORKPLACE
from ...model.data_kind import DataKind
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.uptake.agreements import Agreement, AgreementFile
from ...model.uptake.history import EARLIEST
from ...model.uptake.workplaces import workplaces_of
from ...parse.data_files import MAX_DATA, read_data
from ...pipeline.read import first_of_each_file
from ...privacy import holds_number
from ...publish.private_files import FOLDER

NAME = "wordings"
WORDINGS = f"{FOLDER}/{NAME}"
_KIND = DataKind(id="agreements", model=AgreementFile, path=f"{WORDINGS}/*.yml", title="", most=MAX_DATA)


def private_agreements(root: Path, handbook: Handbook, today: date) -> tuple[tuple[AgreementFile, ...], list[Problem]]:
    """Return the files in private/wordings, and every problem in them."""
    found = list(read_data(root, WORDINGS, _KIND))
    files = tuple(file for file, _ in found)
    problems = [problem for _, own in found for problem in own]
    problems += _missing(handbook, files, today)
    problems += [problem for file in files for problem in _faults(file, handbook, today)]
    return files, list(first_of_each_file(problems))


def _missing(handbook: Handbook, files: Sequence[AgreementFile], today: date) -> Iterator[Problem]:
    """Yield a problem for each field that must be there, as a check of values/agreements does."""
    paths = {file.path for file in files}
    for problem in required_field.check(replace(handbook, documents=(), data=tuple(files)), today):
        if problem.source.path in paths:
            yield problem


def _faults(file: AgreementFile, handbook: Handbook, today: date) -> Iterator[Problem]:
    workplaces = workplaces_of(handbook)
    for row, one in enumerate(file.agreements):
        if _holds_number(one):
            yield NUMBER.at(file.at("agreements", row))
        if one.date and not EARLIEST <= one.date <= today:
            yield FUTURE.at(file.at("agreements", row, "date"), day=str(one.date))
        id = one.workplace
        if id and workplaces.is_whole and id not in workplaces.by_id:
            yield WORKPLACE.at(file.at("agreements", row, "workplace"), given=id, **workplaces.suggested(id))


def _holds_number(one: Agreement) -> bool:
    return any(holds_number(text) for text in (one.agreement, one.happened, one.story, one.method, one.workplace))
