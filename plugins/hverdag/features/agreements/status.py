"""The part of the year's status about agreements: how many were made, and what became of them. No workplace is named,
and no wording is told without a yes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.shown import Shown
from ...model.uptake.agreements import (
    OUTCOME_NAMES,
    AgreementOutcome,
    agreements,
    folded_agreements,
    is_overdue,
    uses_agreements,
)
from ...model.uptake.history import counted
from ...model.uptake.said_by import Said, newest_said, quoted
from ...model.uptake.status import Figure, StatusPart, StatusTable
from ...model.uptake.workplaces import FEWEST_WORKPLACES, Workplaces, workplaces_of
from .counts import ID, SOURCE, TARGET, counts, first_agreed, first_reviewed

INTRODUCTION = message(
    "An agreement is something that a workplace does from a certain day. Some are kept, some changed, "
    "and some dropped. Each of these is a result."
)


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part, if the publication has any agreements."""
    if uses_agreements(shown.handbook):
        yield _part(shown)


def _part(shown: Shown) -> StatusPart:
    handbook, today = shown.handbook, shown.today
    divided = tuple(_by_group(workplaces_of(handbook), handbook, today))
    outcomes = tuple(_by_outcome(handbook, today))
    few: list[Message] = []
    if not divided:
        few.append(message("There are too few workplaces to divide the numbers by department."))
    if not outcomes:
        few.append(
            message(
                "What became of the agreements is shown when at least {fewest} workplaces have looked at theirs again.",
                fewest=FEWEST_WORKPLACES,
            )
        )
    return StatusPart(
        id=ID,
        order=22,
        title=message("What was agreed"),
        paragraphs=(INTRODUCTION, *few),
        figures=tuple(_figures(handbook, today)),
        tables=(*outcomes, *divided),
        quotes=tuple(quoted(one, shown) for one in newest_said(_published(shown), shown)),
    )


def _published(shown: Shown) -> Iterator[Said]:
    for one in agreements(shown.handbook):
        if one.agreement and one.date and one.yes:
            yield Said(one.agreement, (one.workplace,), one.date, one.yes, one.identity)


def _figures(handbook: Handbook, today: date) -> Iterator[Figure]:
    for count in counts(handbook):
        yield replace(counted(count.name, count.find(handbook, today), today, TARGET), is_received=True)
    still = [one for one in agreements(handbook, today) if one.result is None]
    overdue = sum(is_overdue(one, today) for one in still)
    if still:
        name = message("Agreements whose day has passed, and whose outcome nobody has reported")
        yield Figure(name, overdue, len(still), SOURCE, TARGET)


def _by_outcome(handbook: Handbook, today: date) -> Iterator[StatusTable]:
    """Yield what became of the agreements, if enough workplaces have looked at theirs: it is told of all together."""
    if len(first_reviewed(handbook, today)) < FEWEST_WORKPLACES:
        return
    number = dict.fromkeys(AgreementOutcome, 0)
    for one in agreements(handbook, today):
        if one.result:
            number[one.result] += 1
    for _, row in folded_agreements(handbook, today):
        for outcome in AgreementOutcome:
            number[outcome] += row.of(outcome)
    head = (message("What became of them"), message("Agreements"))
    yield StatusTable(head[0], head, tuple((OUTCOME_NAMES[outcome], number[outcome]) for outcome in AgreementOutcome))


def _by_group(listed: Workplaces, handbook: Handbook, today: date) -> Iterator[StatusTable]:
    """Yield the table by groups of departments, if there are enough workplaces to divide."""
    days = first_agreed(handbook, today)
    groups = listed.groups(today, days.keys())
    if groups:
        head = (message("Department"), message("Workplaces"), message("Have agreed on something"))
        rows = tuple((one.name, len(one.ids), len(one.ids & days.keys())) for one in groups)
        yield StatusTable(message("Workplaces with an agreement by department"), head, rows, page_only=True)
