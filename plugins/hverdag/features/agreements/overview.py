"""What the editors see of each workplace: its agreements without their wording, and what is overdue. It is for nobody
else, and never published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ...model.artifact import PrivateFile
from ...model.csv_text import csv_bytes, delimiter
from ...model.language import Language
from ...model.message import Message, Words, message
from ...model.shown import Shown
from ...model.uptake.agreements import OUTCOME_NAMES, Agreement, agreements, is_overdue, reached
from ...model.uptake.receipts import KEPT_MONTHS
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ..kit import Kit

FILES = {Language.DANISH: "aftaler/oversigt.csv", Language.ENGLISH: "agreements/overview.csv"}

_HEADINGS = (
    message("Department"),
    message("Workplace"),
    message("Code"),
    message("Date"),
    message("Story"),
    message("Method"),
    message("Look at it again"),
    message("Outcome"),
    message("How it stands"),
)

NOTHING = message("Nothing received yet.")
FOLDED = message("Its agreements are older than {months} months, so only counts of them are left.", months=KEPT_MONTHS)


@dataclass(frozen=True)
class AgreedRow:
    """A workplace with one of its agreements, or with None where there is none; `is_folded` is True if it has made
    some, and only counts of them are left."""

    department: str
    name: str
    code: str
    agreement: Agreement | None
    is_folded: bool = False


@dataclass(frozen=True, kw_only=True)
class AgreedView(View):
    """All workplaces with their agreements, both in the order of their lists."""

    today: date
    rows: tuple[AgreedRow, ...]


def overview_of(shown: Shown) -> AgreedView:
    """Return the view of all workplaces."""
    listed = workplaces_of(shown.handbook)
    titles = {one.id: one.name for one in listed.departments}
    held: dict[str, list[Agreement]] = {}
    for one in agreements(shown.handbook, shown.today):
        held.setdefault(one.workplace, []).append(_without_words(one))
    folded = {row.workplace for row in reached(shown.handbook)}
    rows: list[AgreedRow] = []
    for place in listed.workplaces:
        own: list[Agreement | None] = [*sorted(held.get(place.id, ()), key=lambda one: one.identity)]
        department = titles.get(listed.department(place.id), "")
        is_folded = place.id in folded
        rows += [AgreedRow(department, place.name, place.short, one, is_folded) for one in own or [None]]
    return AgreedView(story_codes=NO_STORIES, today=shown.today, rows=tuple(rows))


def _without_words(one: Agreement) -> Agreement:
    return one.model_copy(update={"agreement": "", "happened": "", "yes": None})


def overview_file(view: AgreedView, kit: Kit) -> PrivateFile:
    """Return the table for a spreadsheet."""
    tell = kit.words.tell
    rows = [[tell(name) for name in _HEADINGS], *(_cells(row, view.today, tell) for row in view.rows)]
    language = kit.settings.language
    return PrivateFile(FILES[language], csv_bytes(rows, delimiter(language)), view.story_codes)


def _cells(row: AgreedRow, today: date, tell: Callable[[Words], str]) -> list[str]:
    one = row.agreement
    head = [row.department, row.name, row.code]
    if one is None or one.date is None:
        return [*head, "", "", "", "", "", tell(stand_of(row, today))]
    outcome = tell(OUTCOME_NAMES[one.result]) if one.result else ""
    review = one.review.isoformat() if one.review else ""
    return [*head, one.date.isoformat(), one.story, one.method, review, outcome, tell(stand_of(row, today))]


def stand_of(row: AgreedRow, today: date) -> Message:
    """Return how an agreement stands on a day, or why there is none."""
    one = row.agreement
    if one is None:
        return FOLDED if row.is_folded else NOTHING
    if one.result:
        return message("They have looked at it again.")
    if one.review and is_overdue(one, today):
        return message("It was to be looked at again on {day}.", day=one.review)
    if one.review:
        return message("It is to be looked at again on {day}.", day=one.review)
    return message("No day is set to look at it again.")
