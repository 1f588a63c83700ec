"""A consultant's own sheet as an HTML page that loads no other file."""

from pathlib import Path

from ..locale import catalogue
from ..model.editorial.consultant_sheet import ConsultantSheet
from ..model.language import language_tag
from ..web.templates import environment

TEMPLATES = Path(__file__).parent / "templates"


def consultant_page(sheet: ConsultantSheet, organisation: str, language: str) -> str:
    """Return the page."""
    words = catalogue(language)
    template = environment(words, own=TEMPLATES).get_template("consultant_sheet.html")
    return (
        template.render(
            sheet=sheet, organisation=organisation, language=language_tag(language), tell=words.tell, day=words.day
        )
        + "\n"
    )
