"""Slips: how a workplace reports back, on paper or in the organisation's own form. Guides have them too, so what is
known of them belongs to no feature."""

from urllib.parse import urlsplit

from ..addresses import PRINT
from ..declared import Declared, Text, declared
from ..handbook import Handbook
from ..language import Language
from ..settings import Settings
from ..web_address import filled, is_form
from .receipts import receipts
from .workplaces import workplaces_of

PLACES = ("tool", "workplace")
"""What the address of a form may hold between `{` and `}`."""

SHEET = {Language.DANISH: "kvitteringer", Language.ENGLISH: "receipts"}
"""The name of the sheet of slips to print."""

PRINTED = "receipts"
"""What the sheet is called in `printed` of handbook.yml."""


class ReceiptSettings(Declared):
    """The fields of handbook.yml on receipts."""

    receipt_form: Text = declared(
        "Form for receipts",
        "The address of your own form, beginning with https://. In it `{tool}` stands for the code of what was used, "
        "and `{workplace}` for the workplace.",
    )
    receipt_hand_in: Text = declared(
        "Where receipts are handed in", "One short sentence; it is printed on each slip.", most=90
    )


def uses_receipts(handbook: Handbook) -> bool:
    """Return True if a publication asks for receipts: it lists its workplaces, has a form, or has receipts already."""
    has_form = bool(handbook.settings.of(ReceiptSettings).receipt_form)
    return has_form or bool(workplaces_of(handbook).workplaces) or any(True for _ in receipts(handbook))


def sheet_address(settings: Settings) -> str:
    """Return the address of the sheet of slips; an empty string if the settings leave it out."""
    return f"{PRINT}/{SHEET[settings.language]}.pdf" if PRINTED in settings.printed else ""


def form_pattern(settings: Settings) -> str:
    """Return the address of the form as handbook.yml has it; an empty string if it is no https address."""
    form = settings.of(ReceiptSettings).receipt_form
    return form if is_form(form) else ""


def form_address(settings: Settings, tool: str = "", workplace: str = "") -> str:
    """Return the address of the form with a tool and a workplace filled in, as it is copied and scanned: letters such
    as æ are percent-encoded. An empty string is returned if there is no form."""
    return filled(form_pattern(settings), dict(zip(PLACES, (tool, workplace), strict=True)))


def form_host(settings: Settings) -> str:
    """Return the name of the computer that the form is on, for readers; an empty string if there is no form."""
    return urlsplit(form_pattern(settings)).hostname or ""
