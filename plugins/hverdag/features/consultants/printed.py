"""The day of training as something to print: its name, its group and its variants."""

from collections.abc import Mapping

from ...model.language import Language
from ...model.message import message
from ...model.printable import Ink, Printable, PrintGroup, Product, Size, Variant
from ...model.settings import Settings

NAMES: Mapping[Language, str] = {Language.DANISH: "konsulentdag", Language.ENGLISH: "consultants-day"}

GROUP = PrintGroup(
    "courses",
    13,
    message("For value consultants"),
    message("A day on which value consultants try what they will lead others through."),
    (
        message("Print on both sides, in black and white, one for each of you."),
        message("Agree beforehand which of you leads which part of the day."),
        message("Bring what the methods ask for. It says so on the first page."),
    ),
)
VARIANTS = (Variant(Size.A4, Ink.LINE),)


def day_printable(settings: Settings) -> Printable | None:
    """Return the printable; None if the settings leave its group out."""
    if GROUP.id not in settings.printed:
        return None
    title = message("A day for value consultants")
    return Printable(NAMES[settings.language], title, Product(GROUP.id, title), GROUP, VARIANTS)
