"""Values to the sheets that are used where people are appraised, and the page that they are fetched from."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.printable import Printable, Product
from ...model.settings import Settings
from ...model.shown import Shown
from ...model.texts.value import Value
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .addresses import APPRAISAL, page_address
from .model import SHEETS, Sheet
from .printed import GROUP, VARIANTS


@dataclass(frozen=True, kw_only=True)
class SheetView(View):
    """A sheet on paper and as a Word file, with the values that it is made from."""

    sheet: Sheet
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True)
class AppraisalView(View):
    """The page with all sheets."""

    sheets: tuple[SheetView, ...]


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
