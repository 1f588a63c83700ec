"""Settings to the ways of telling a story, and the sheet to write on."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.addresses import TELLING
from ...model.message import message
from ...model.printable import Ink, Printable, PrintGroup, Product, Size, Variant
from ...model.settings import Language, Settings
from ...model.shown import Shown
from ...model.telling import Telling, TellingSection
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index

NAMES = {Language.DANISH: "fortael", Language.ENGLISH: "tell"}

GROUP = PrintGroup(
    "telling",
    5,
    message("A sheet to tell a story on"),
    message("For whoever would rather write by hand. Put some where you take your breaks."),
    (
        message("Print on one side, in black and white."),
        message("Write as you talk, and leave out the names."),
        message("Hand the sheet in as it says at the bottom."),
    ),
)
VARIANTS = (Variant(Size.A4, Ink.LINE),)


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


def hand_written(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the target of the page that tells how, and the path of its text."""
    page = settings.of(TellingSection).telling.page
    if page:
        yield TELLING, f"docs/{page}"
