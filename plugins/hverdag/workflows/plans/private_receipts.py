"""Receipts whose sentences only their own workplaces may see: private/receipts."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from ...features.plans.command_rules import EARLY, FUTURE, NUMBER, WORKPLACE
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import Receipt, ReceiptFile
from ...model.uptake.workplaces import workplaces_of
from ...privacy import holds_number
from ..receipts.store import STORE
from ..tables.private_rows import private_rows


def private_receipts(root: Path, handbook: Handbook, today: date) -> tuple[tuple[ReceiptFile, ...], list[Problem]]:
    """Return the files in private/receipts, and every problem in them."""
    return private_rows(STORE, root, handbook, today, partial(_faults, handbook=handbook, today=today))


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
