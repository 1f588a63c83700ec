"""The page that lists the publications of one repository."""

from collections.abc import Sequence
from pathlib import Path

from ..locale import Catalogue
from ..model.language import language_tag
from ..model.listed_publication import ListedPublication
from ..web.templates import environment

TEMPLATES = Path(__file__).parent / "templates"


def publications_page(publications: Sequence[ListedPublication], words: Catalogue) -> str:
    """Return the page: a link to each publication, by its folder."""
    template = environment(words, own=TEMPLATES).get_template("publications.html")
    return template.render(publications=publications, language=language_tag(words.language))
