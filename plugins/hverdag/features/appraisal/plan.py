"""Values to the sheets that are used where people are appraised, and the page that they are fetched from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Ink, Printable, PrintGroup, Product, Size, Variant
from ...model.settings import Language, Settings
from ...model.shown import Shown
from ...model.texts.value import Value
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .model import SHEETS, Sheet

APPRAISAL = "appraisal/"
"""The target of the page."""

_PAGES: Mapping[Language, str] = {Language.DANISH: "mus-og-personalepolitik/", Language.ENGLISH: "appraisal/"}

GROUP = PrintGroup(
    "appraisal",
    16,
    message("Values in talks about work"),
    message("Cards for the yearly talks, questions about leaders, and a text for the personnel policy."),
    (
        message("Ask the works council first."),
        message("Print on one side, in black and white. Cut the cards along the lines."),
        message("Throw your notes away when you have finished, or keep them yourself."),
    ),
)
VARIANTS = (Variant(Size.A4, Ink.LINE),)


@dataclass(frozen=True, kw_only=True)
class SheetView(View):
    """A sheet on paper and as a Word file, with the values that it is made from."""

    sheet: Sheet
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True)
class AppraisalView(View):
    """The page with all sheets."""

    sheets: tuple[SheetView, ...]


def page_address(settings: Settings) -> str:
    """Return the address of the page."""
    return _PAGES[settings.language]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield each sheet and their page; nothing if no value has a sign, or the settings leave them out."""
    values = tuple(value for value in shown.values if value.signs)
    if not values or GROUP.id not in shown.settings.printed:
        return
    sheets = tuple(_sheet(sheet, values, shown.settings) for sheet in SHEETS)
    yield from sheets
    place = (APPRAISAL, page_address(shown.settings))
    yield AppraisalView(story_codes=NO_STORIES, places=(place,), sheets=sheets)


def _sheet(sheet: Sheet, values: tuple[Value, ...], settings: Settings) -> SheetView:
    name = sheet.names[settings.language]
    printable = Printable(name, sheet.title, Product(f"appraisal-{sheet.kind.value}", sheet.title), GROUP, VARIANTS)
    return SheetView(
        story_codes=NO_STORIES,
        coded=printed_code(name, printable, settings),
        printable=printable,
        sheet=sheet,
        values=values,
    )
