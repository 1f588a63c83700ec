"""The editors' private overview as a page to print and as a table for a spreadsheet. Neither is ever published."""

from collections.abc import Iterator

from ...model.artifact import PrivateFile
from ...model.csv_text import csv_bytes
from ...model.language import Language
from ...model.message import message
from ...model.uptake.receipts import first_of_month
from ..kit import Kit
from .overview import OverviewView, WorkplaceRow, result

NAMES = {Language.DANISH: "kvitteringer/oversigt", Language.ENGLISH: "receipts/overview"}

_HEADINGS = (
    message("Department"),
    message("Workplace"),
    message("Code"),
    message("Date"),
    message("Tool"),
    message("What was used"),
    message("People"),
    message("Next time"),
    message("How it stands"),
)


def overview_files(view: OverviewView, kit: Kit) -> Iterator[PrivateFile]:
    """Yield the page and the table."""
    name = NAMES[kit.settings.language]
    yield PrivateFile(f"{name}.html", page(view, kit), view.story_codes)
    yield PrivateFile(f"{name}.csv", csv_bytes(_table(view, kit)), view.story_codes)


def page(view: OverviewView, kit: Kit) -> str:
    """Return the page: without scripts, and without anything that is asked for from elsewhere."""
    words = kit.words
    template = kit.web.templates.get_template("receipts/overview.html")

    def since(row: WorkplaceRow) -> str:
        first = first_of_month(row.folded_since)
        return words.month(first) if first else ""

    return template.render(
        view=view,
        settings=kit.settings,
        language=kit.settings.language.tag,
        tell=words.tell,
        since=since,
        result=lambda row: words.tell(result(row)),
    )


def _table(view: OverviewView, kit: Kit) -> Iterator[list[str]]:
    """Yield the rows of the table: one for each receipt, and one for each workplace that has sent none."""
    tell = kit.words.tell
    yield [tell(name) for name in _HEADINGS]
    for department, places in view.departments:
        for place in places:
            head = [tell(department), place.name, place.code]
            told = " ".join(filter(None, (tell(result(place)), tell(place.state))))
            for one in place.receipts:
                day, coming = one.day.isoformat(), one.next.isoformat() if one.next else ""
                people = "" if one.people is None else str(one.people)
                yield [*head, day, one.code, tell(one.tool), people, coming, told]
            if not place.receipts:
                yield [*head, "", "", "", "", "", told]
