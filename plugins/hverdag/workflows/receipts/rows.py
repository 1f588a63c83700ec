"""A row of a CSV file to a receipt, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...features.receipts import command_rules as rules
from ...features.receipts.rules import (
    receipt_closed,
    receipt_future,
    receipt_next,
    receipt_people,
    receipt_tool,
    receipt_workplace,
)
from ...model.message import Message, message
from ...model.problem import Problem
from ...model.settings import Language
from ...model.uptake.receipts import Receipt, is_kept, is_plausible
from ...parse.csv_cells import CellReader
from ...parse.csv_headings import Column
from ...parse.csv_table import Row, Table
from ...privacy import ADDRESS, MAIL, NAME, PHONE, Finding, covered, find
from .naming import Naming

_DANISH = ("Dato", "Arbejdsplads", "Redskab", "Deltagere", "Hvad skete der?", "Næste gang")
_ENGLISH = ("Date", "Workplace", "Tool", "Participants", "What happened?", "Next time")
_OTHERS = (
    ("dag", "day", "hvornår", "hvornår var det?", "when", "dato for mødet", "brugt den"),
    ("arbejdspladser", "workplaces", "arbejdssted", "enhed", "unit", "institution", "hvilken arbejdsplads?"),
    ("værktøj", "kode", "code", "redskabets kode", "hvad brugte I?", "what did you use?", "tool code"),
    ("antal deltagere", "antal", "people", "number of participants", "hvor mange deltog?", "hvor mange var med?"),
    ("hvad skete", "sætning", "sentence", "én sætning", "en sætning", "what happened", "skriv én sætning"),
    ("næste dato", "next", "next date", "hvornår går I videre?", "hvornår næste gang?", "næste gang (dato)"),
)
_IDS = ("date", "workplaces", "tool", "people", "sentence", "next")
_KINDS: Mapping[str, Message] = {
    MAIL: message("a mail address"),
    PHONE: message("a telephone number"),
    ADDRESS: message("a street with a number"),
    NAME: message("somebody's full name"),
}


def columns(language: Language) -> tuple[Column, ...]:
    """Return the columns of a file of receipts, with the headings of a language first."""
    own, other = (_DANISH, _ENGLISH) if language is Language.DANISH else (_ENGLISH, _DANISH)
    return tuple(
        Column(id, (own[at], other[at], *_OTHERS[at]), required=id in ("date", "workplaces", "tool"))
        for at, id in enumerate(_IDS)
    )


@dataclass(frozen=True)
class ReadRow:
    """A row: the receipt with its sentence, None if something is wrong; what is wrong; and what was written otherwise,
    as pairs of the name of a workplace before and now. Nothing of one that `is_old` may be kept."""

    row: Row
    receipt: Receipt | None
    problems: tuple[Problem, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    is_old: bool = False


class RowReader:
    """Reads the rows of one file. `apart` are words that are never surnames."""

    def __init__(self, table: Table, naming: Naming, today: date, apart: frozenset[str]) -> None:
        self._table = table
        self._naming = naming
        self._today = today
        self._apart = apart

    def read(self, row: Row) -> ReadRow:
        """Return a row as a receipt, or with all that is wrong with it."""
        cells = CellReader(self._table, row, self._shown)
        day = self._day(cells)
        if day and not is_kept(day, self._today):
            cells.report(rules.OLD, "date", day=day)
            return ReadRow(row, None, tuple(cells.problems), is_old=True)
        ids, moved = self._workplaces(cells, day)
        tool = self._tool(cells)
        people = cells.number("people")
        if people is not None and not is_plausible(people, len(ids)):
            cells.report(receipt_people.RULE, "people")
        next_day = cells.day("next")
        if day and next_day and next_day < day:
            cells.report(receipt_next.RULE, "next", day=next_day)
        sentence = self._sentence(cells)
        if cells.problems:
            return ReadRow(row, None, tuple(cells.problems))
        receipt = Receipt(date=day, workplaces=tuple(ids), tool=tool, people=people, next=next_day)
        return ReadRow(row, receipt.model_copy(update={"sentence": sentence}), moved=tuple(moved))

    def _day(self, cells: CellReader) -> date | None:
        day = cells.day("date", required=True)
        if day and day > self._today:
            cells.report(receipt_future.RULE, "date", day=day)
        return day

    def _workplaces(self, cells: CellReader, day: date | None) -> tuple[list[str], list[tuple[str, str]]]:
        """Return the ids of the workplaces, and the names of those that are part of another one now, with its name."""
        text = cells.text("workplaces", required=True)
        found, unknown = self._naming.workplace_ids(text) if text else ([], [])
        for part in unknown:
            near = self._naming.workplaces.meant(part)
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
        return list(dict.fromkeys(ids)), moved

    def _tool(self, cells: CellReader) -> str:
        text = cells.text("tool", required=True)
        codes = self._naming.tool_codes(text) if text else []
        if len(codes) > 1:
            cells.report(rules.SEVERAL, "tool")
        elif text and not codes:
            near = self._naming.near_tool(text)
            cells.report(receipt_tool.RULE, "tool", **({"suggestion": near} if near else {}))
        return codes[0] if len(codes) == 1 else ""

    def _sentence(self, cells: CellReader) -> str:
        """Return the sentence; one that holds personal data is shown with that covered."""
        text = cells.text("sentence")
        findings = self._findings(text)
        if findings:
            kind = _KINDS.get(findings[0].rule, message("a personal number"))
            cells.report(rules.PRIVATE, "sentence", kind=kind)
        return text

    def _findings(self, text: str) -> Sequence[Finding]:
        return find(text, people=True, apart=self._apart, language=self._naming.handbook.settings.language)

    def shown(self, row: Row) -> Iterator[str]:
        """Yield the cells of a row as they may be kept for mending: personal data is covered in all of them."""
        for id in _IDS:
            if id in self._table.headings:
                yield self._shown(id, row[id])

    def _shown(self, id: str, text: str) -> str:
        """Return the text of a cell with personal data covered. Workplaces may be called as people are."""
        return covered(text, [one for one in self._findings(text) if id == "sentence" or one.rule != NAME])

    def headings(self) -> list[str]:
        """Return the headings of the columns that are kept."""
        return [self._table.headings[id] for id in _IDS if id in self._table.headings]


def discreet(table: Table) -> Table:
    """Return a table in whose headings mail addresses and the like are covered, as in `Dato (skriv til ...)`."""
    return replace(
        table,
        headings={id: _discreet(text) for id, text in table.headings.items()},
        dropped=tuple(map(_discreet, table.dropped)),
        personal=tuple(map(_discreet, table.personal)),
    )


def _discreet(heading: str) -> str:
    return covered(heading, [one for one in find(heading, people=True) if one.rule not in (NAME, ADDRESS)])


def is_personal(text: str) -> bool:
    """Return True if a cell holds little else than a personal number or a mail address."""
    findings = [one for one in find(text, people=True) if one.rule not in (NAME, ADDRESS, PHONE)]
    return sum(one.end - one.start for one in findings) * 2 > len(text)
