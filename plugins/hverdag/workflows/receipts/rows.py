"""A row of a CSV file to a receipt, or to everything that is wrong with it."""

from dataclasses import dataclass
from datetime import date

from ...features.receipts import command_rules as rules
from ...features.receipts.rules import (
    receipt_closed,
    receipt_future,
    receipt_next,
    receipt_people,
    receipt_tool,
    receipt_workplace,
    receipt_yes,
)
from ...model.problem import Problem
from ...model.uptake.receipts import Receipt, is_kept, is_plausible
from ...model.uptake.unnamed import unnamed_in
from ...parse.csv_cells import CellReader
from ...parse.csv_table import Row, Table
from ...parse.csv_values import parse_day
from ..tables.discretion import Discretion, kind_of
from ..tables.kept_rows import KeptRows
from .columns import IDS, NO, YES
from .decisions import Decisions, Guess
from .naming import Naming
from .possible_names import possible_names


@dataclass(frozen=True)
class ReadRow:
    """A row: its mark; the receipt with its sentence, None if something is wrong; what is wrong; and what was written
    otherwise, as pairs of the name of a workplace before and now. `guesses` are the workplaces that may be meant by
    names that are unknown, and `names` words of the sentence that may be first names. Nothing of one that `is_old` may
    be kept.

    The receipt has the day of its yes only where its sentence may be published. `unnamed` is the name of a workplace
    for which it may not, though somebody has said yes."""

    row: Row
    mark: str
    receipt: Receipt | None = None
    problems: tuple[Problem, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    guesses: tuple[Guess, ...] = ()
    names: tuple[str, ...] = ()
    unnamed: str = ""
    is_old: bool = False

    @property
    def wants_new_sentence(self) -> bool:
        """True if nothing is wrong but what the sentence says of somebody."""
        return {problem.rule for problem in self.problems} == {rules.PRIVATE.id}


class RowReader:
    """Reads the rows of one file. `apart` are words that are never surnames."""

    def __init__(self, table: Table, naming: Naming, today: date, apart: frozenset[str], said: Decisions) -> None:
        self._table = table
        self._naming = naming
        self._today = today
        self._apart = apart
        self._discretion = Discretion(naming.handbook.settings.language, apart, frozenset({"sentence"}))
        self._said = said
        self.kept = KeptRows(table, self._discretion, IDS)
        self._unnamed = unnamed_in(naming.workplaces, today)

    def read(self, row: Row) -> ReadRow:
        """Return a row as a receipt, or with all that is wrong with it."""
        cells = CellReader(self._table, row, self._discretion.shown)
        day = self._day(cells)
        if day and not is_kept(day, self._today):
            cells.report(rules.OLD, "date", day=day)
            return ReadRow(row, self.kept.mark(row), problems=tuple(cells.problems), is_old=True)
        ids, moved, guesses = self._workplaces(cells, day)
        tool = self._tool(cells)
        people = cells.number("people")
        if people is not None and not is_plausible(people, len(ids)):
            cells.report(receipt_people.RULE, "people")
        next_day = cells.day("next")
        if day and next_day and next_day < day:
            cells.report(receipt_next.RULE, "next", day=next_day)
        sentence = self._sentence(cells, row)
        yes, unnamed = self._yes(cells, row, sentence, day)
        if row.number in self._said.waiting:
            cells.report(rules.WAITING, "sentence")
        if cells.problems:
            return ReadRow(row, self.kept.mark(row), problems=tuple(cells.problems), guesses=tuple(guesses))
        receipt = Receipt(date=day, workplaces=tuple(ids), tool=tool, people=people, next=next_day)
        whole = receipt.model_copy(update={"sentence": sentence, "yes": yes})
        names = possible_names(sentence, self._apart, self._naming.handbook.settings.language)
        return ReadRow(row, self.kept.mark(row), whole, moved=tuple(moved), names=tuple(names), unnamed=unnamed)

    def _day(self, cells: CellReader) -> date | None:
        day = cells.day("date", required=True)
        if day and day > self._today:
            cells.report(receipt_future.RULE, "date", day=day)
        return day

    def _workplaces(self, cells: CellReader, day: date | None) -> tuple[list[str], list[tuple[str, str]], list[Guess]]:
        """Return the ids of the workplaces, the names of those that are part of another one now, with its name, and
        what unknown names may mean."""
        text = cells.text("workplaces", required=True)
        found, unknown = self._naming.workplace_ids(text) if text else ([], [])
        guesses = []
        for part in unknown:
            near = self._naming.workplaces.meant(part)
            if near and self._discretion.shown("workplaces", text) == text:
                guesses.append(Guess(part, near.id, near.name))
            cells.report(
                receipt_workplace.RULE, "workplaces", given=part, **({"suggestion": near.name} if near else {})
            )
        ids: list[str] = []
        moved: list[tuple[str, str]] = []
        for id in found:
            one = self._naming.workplaces.by_id[id]
            now = self._naming.workplaces.now(id)
            if day is None or one.is_open(day):
                ids.append(id)
            elif now and now.is_open(day):
                ids.append(now.id)
                moved.append((one.name, now.name))
            else:
                cells.report(receipt_closed.RULE, "workplaces", given=one.name, day=one.closed or day)
        return list(dict.fromkeys(ids)), moved, guesses

    def _tool(self, cells: CellReader) -> str:
        text = cells.text("tool", required=True)
        codes = self._naming.tool_codes(text) if text else []
        if len(codes) > 1:
            cells.report(rules.SEVERAL, "tool")
        elif text and not codes:
            near = self._naming.near_tool(text)
            cells.report(receipt_tool.RULE, "tool", **({"suggestion": near} if near else {}))
        return codes[0] if len(codes) == 1 else ""

    def _sentence(self, cells: CellReader, row: Row) -> str:
        """Return the sentence, as somebody has written it anew where they have; one that holds personal data is shown
        with that covered."""
        text = self._said.sentences.get(row.number) or cells.text("sentence")
        findings = self._discretion.findings(text)
        if findings:
            cells.report(rules.PRIVATE, "sentence", kind=kind_of(findings[0]))
        return text

    def _yes(self, cells: CellReader, row: Row, sentence: str, happened: date | None) -> tuple[date | None, str]:
        """Return the day that the workplace has said yes to publish its sentence: the one in the cell, or today, when
        the yes came to us. It is None if it has not, if nobody reads the sentence first, or if it was written anew: the
        yes was to other words. The name of a workplace in it that may not be named is returned too: then it is not
        published either."""
        text = cells.text("publish")
        answer = text.casefold().rstrip(".! ")
        day = parse_day(text)
        if answer not in YES | NO and day is None:
            cells.report(rules.YES_OR_NO, "publish")
        if day and not (happened or day) <= day <= self._today:
            cells.report(receipt_yes.RULE, "publish", day=day)
        may_be_published = self._said.is_asked and row.number not in self._said.sentences
        if not sentence or not may_be_published or not (day or answer in YES):
            return None, ""
        unnamed = self._unnamed(sentence)
        return (None if unnamed else day or self._today), unnamed
