"""A row of a CSV file to an agreement, or to everything that is wrong with it."""

from dataclasses import dataclass
from datetime import date

from ...features.agreements import command_rules as rules
from ...features.agreements.known import METHODS, SUBJECTS
from ...features.agreements.rules import (
    agreement_closed,
    agreement_early,
    agreement_future,
    agreement_method,
    agreement_outcome,
    agreement_review,
    agreement_story,
    agreement_workplace,
)
from ...features.uptake import tools_of
from ...model.handbook import Handbook
from ...model.problem import Problem, Rule
from ...model.slug import squeezed
from ...model.suggest import suggestion
from ...model.uptake.agreement_columns import IDS, OUTCOME_BY_KEY
from ...model.uptake.agreements import OUTCOMES, Agreement, AgreementOutcome
from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import is_kept
from ...parse.csv_cells import CellReader
from ...parse.csv_table import Row, Table
from ..tables.discretion import Discretion, kind_of, never_surnames
from ..tables.kept_rows import KeptRows
from ..tables.workplace_names import WorkplaceNames
from .naming import SourceNaming

FREE = frozenset({"agreement", "happened"})
"""The columns in which people write what they like."""


@dataclass(frozen=True)
class ReadRow:
    """A row: its mark; the agreement with its words, None if something is wrong; what is wrong; and the name of the
    workplace before and now, where that is part of another one. Nothing of one that `is_old` may be kept."""

    row: Row
    mark: str
    agreement: Agreement | None = None
    problems: tuple[Problem, ...] = ()
    moved: tuple[str, str] | None = None
    is_old: bool = False


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, table: Table, handbook: Handbook, today: date) -> None:
        self._table = table
        self._today = today
        self._workplaces = WorkplaceNames(handbook)
        tools = tools_of(handbook)
        self._stories = SourceNaming(tools, SUBJECTS)
        self._methods = SourceNaming(tools, METHODS)
        self._discretion = Discretion(handbook.settings.language, never_surnames(handbook), FREE)
        self.kept = KeptRows(table, self._discretion, IDS)

    def read(self, row: Row) -> ReadRow:
        """Return a row as an agreement, or with all that is wrong with it."""
        cells = CellReader(self._table, row, self._discretion.shown)
        day = self._day(cells)
        if day and day >= EARLIEST and not is_kept(day, self._today):
            cells.report(rules.OLD, "date", day=day)
            return ReadRow(row, self.kept.mark(row), problems=tuple(cells.problems), is_old=True)
        workplace, moved = self._workplace(cells, day)
        story = self._source(cells, "story", self._stories, agreement_story.RULE)
        method = self._source(cells, "method", self._methods, agreement_method.RULE)
        review = cells.day("review")
        if day and review and review < day:
            cells.report(agreement_review.RULE, "review", day=review)
        outcome = self._outcome(cells)
        agreement, happened = (self._words(cells, id, required=id == "agreement") for id in ("agreement", "happened"))
        if cells.problems:
            return ReadRow(row, self.kept.mark(row), problems=tuple(cells.problems))
        whole = Agreement(date=day, workplace=workplace, review=review).model_copy(
            update={"story": story, "method": method, "outcome": outcome, "agreement": agreement, "happened": happened}
        )
        return ReadRow(row, self.kept.mark(row), whole, moved=moved)

    def _day(self, cells: CellReader) -> date | None:
        day = cells.day("date", required=True)
        if day and day > self._today:
            cells.report(agreement_future.RULE, "date", day=day)
        if day and day < EARLIEST:
            cells.report(agreement_early.RULE, "date", day=str(day))
        return day

    def _workplace(self, cells: CellReader, day: date | None) -> tuple[str, tuple[str, str] | None]:
        """Return the id of the workplace, and its name before and now where it is part of another one."""
        text, listed = cells.text("workplace", required=True), self._workplaces.workplaces
        found, unknown = self._workplaces.workplace_ids(text) if text else ([], [])
        for part in unknown:
            near = listed.meant(part)
            more = {"suggestion": near.name} if near else {}
            cells.report(agreement_workplace.RULE, "workplace", given=part, **more)
        if len(found) > 1:
            cells.report(rules.SEVERAL, "workplace")
        if len(found) != 1:
            return "", None
        one, now = listed.by_id[found[0]], listed.now(found[0])
        if day is None or one.is_open(day):
            return one.id, None
        if now and now.is_open(day):
            return now.id, (one.name, now.name)
        cells.report(agreement_closed.RULE, "workplace", given=one.name, day=one.closed or day)
        return "", None

    @staticmethod
    def _source(cells: CellReader, id: str, naming: SourceNaming, rule: Rule) -> str:
        text = cells.text(id)
        code = naming.code(text) if text else ""
        if text and not code:
            near = naming.near(text)
            cells.report(rule, id, **({"suggestion": near} if near else {}))
        return code

    @staticmethod
    def _outcome(cells: CellReader) -> str:
        text = cells.text("outcome")
        outcome = OUTCOME_BY_KEY.get(squeezed(text))
        if text and outcome is None:
            known = ", ".join(word for word in OUTCOMES if word not in set(AgreementOutcome))
            cells.report(agreement_outcome.RULE, "outcome", known=known, **suggestion(text, OUTCOMES))
        return outcome.value if outcome else ""

    def _words(self, cells: CellReader, id: str, *, required: bool) -> str:
        """Return what somebody has written; what holds personal data is shown with that covered."""
        text = cells.text(id, required=required)
        findings = self._discretion.findings(text)
        if findings:
            cells.report(rules.PRIVATE, id, kind=kind_of(findings[0]))
        return text
