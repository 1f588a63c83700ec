"""Receipts whose sentences only their own workplaces may see: private/receipts, read as strictly as values/receipts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...check.rules import required_field
from ...features.plans.command_rules import EARLY, FUTURE, NUMBER, WORKPLACE
from ...model.data_kind import DataKind
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import Receipt, ReceiptFile
from ...model.uptake.workplaces import workplaces_of
from ...parse.data_files import MAX_DATA, read_data
from ...pipeline.read import first_of_each_file
from ...privacy import holds_number
from ...publish.private_files import FOLDER

RECEIPTS = f"{FOLDER}/receipts"
_KIND = DataKind(id="receipts", model=ReceiptFile, path=f"{RECEIPTS}/*.yml", title="", most=MAX_DATA)


def private_receipts(root: Path, handbook: Handbook, today: date) -> tuple[tuple[ReceiptFile, ...], list[Problem]]:
    """Return the files in private/receipts, and every problem in them."""
    found = list(read_data(root, RECEIPTS, _KIND))
    files = tuple(file for file, _ in found)
    problems = [problem for _, own in found for problem in own]
    problems += _missing(handbook, files, today)
    problems += [problem for file in files for problem in _faults(file, handbook, today)]
    return files, list(first_of_each_file(problems))


def _missing(handbook: Handbook, files: Sequence[ReceiptFile], today: date) -> Iterator[Problem]:
    """Yield a problem for each field that must be there, as a check of values/receipts does."""
    paths = {file.path for file in files}
    for problem in required_field.check(replace(handbook, documents=(), data=tuple(files)), today):
        if problem.source.path in paths:
            yield problem


def _faults(file: ReceiptFile, handbook: Handbook, today: date) -> Iterator[Problem]:
    workplaces = workplaces_of(handbook)
    for row, receipt in enumerate(file.receipts):
        if _holds_number(receipt):
            yield NUMBER.at(file.at("receipts", row))
        if receipt.date and receipt.date > today:
            yield FUTURE.at(file.at("receipts", row, "date"), day=receipt.date)
        if receipt.date and receipt.date < EARLIEST:
            yield EARLY.at(file.at("receipts", row, "date"), day=str(receipt.date))
        for number, id in enumerate(receipt.workplaces):
            if workplaces.is_whole and id not in workplaces.by_id:
                yield WORKPLACE.at(file.at("receipts", row, "workplaces", number), given=id, **workplaces.suggested(id))


def _holds_number(receipt: Receipt) -> bool:
    return any(holds_number(text) for text in (receipt.sentence, receipt.tool, *receipt.workplaces))
