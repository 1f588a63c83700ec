"""Settings to the ways of telling a story, and the sheet to write on."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Printable, Product
from ...model.shown import Shown
from ...model.telling import Telling, TellingSection
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .printed import GROUP, NAMES, VARIANTS


@dataclass(frozen=True, kw_only=True)
class TellingView(View):
    """The section of the settings, and the code of the sheet."""

    section: Telling
    code: str


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the view of the ways to tell a story, with the sheet unless the settings leave it out."""
    settings = shown.settings
    name, title = NAMES[settings.language], message("Tell a story")
    is_printed = GROUP.id in settings.printed
    printable = Printable(name, title, Product(GROUP.id, title), GROUP, VARIANTS) if is_printed else None
    yield TellingView(
        story_codes=NO_STORIES,
        coded=printed_code(name, printable, settings) if printable else None,
        printable=printable,
        section=settings.of(TellingSection).telling,
        code=name,
    )
