"""Workplaces and their receipts, to a sheet of slips and to the editors' private overview."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Printable, Product
from ...model.settings import Settings
from ...model.shown import Shown
from ...model.uptake.slip import SHEET, uses_receipts
from ...model.uptake.workplaces import workplaces_of
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .overview import overview_of
from .printed import GROUP, VARIANTS


@dataclass(frozen=True, kw_only=True)
class SlipsView(View):
    """The sheet of slips, and its code."""

    code: str


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the sheet of slips, unless the settings leave it out, and the overview, if workplaces are listed."""
    settings = shown.settings
    if uses_receipts(shown.handbook) and GROUP.id in settings.printed:
        yield _slips(settings)
    if workplaces_of(shown.handbook).workplaces:
        yield overview_of(shown)


def _slips(settings: Settings) -> SlipsView:
    name, title = SHEET[settings.language], message("Receipts")
    printable = Printable(name, title, Product(GROUP.id, title), GROUP, VARIANTS)
    return SlipsView(
        story_codes=NO_STORIES, coded=printed_code(name, printable, settings), printable=printable, code=name
    )
