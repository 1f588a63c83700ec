"""Agreements whose wording only their own workplaces may see: private/wordings."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from ...features.agreements.command_rules import FUTURE, NUMBER, WORKPLACE
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.uptake.agreements import Agreement, AgreementFile
from ...model.uptake.history import EARLIEST
from ...model.uptake.workplaces import workplaces_of
from ...privacy import holds_number
from ..tables.private_rows import private_rows
from .store import STORE


def private_agreements(root: Path, handbook: Handbook, today: date) -> tuple[tuple[AgreementFile, ...], list[Problem]]:
    """Return the files in private/wordings, and every problem in them."""
    return private_rows(STORE, root, handbook, today, partial(_faults, handbook=handbook, today=today))


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
