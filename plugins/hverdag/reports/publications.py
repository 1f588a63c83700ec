"""The page that lists the publications of one repository."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ..locale import Catalogue
from ..web.templates import environment

TEMPLATES = Path(__file__).parent / "templates"


class Listed(Protocol):
    """A publication: the path of its folder, and what it says of itself."""

    @property
    def path(self) -> str:
        """The path of its folder from the page."""

    @property
    def title(self) -> str:
        """The handbook's name."""

    @property
    def organisation(self) -> str:
        """Whose handbook it is."""

    @property
    def edition(self) -> str:
        """Which edition it is."""


def publications_page(publications: Sequence[Listed], words: Catalogue) -> str:
    """Return the page: a link to each publication, by its folder."""
    template = environment(words, own=TEMPLATES).get_template("publications.html")
    return template.render(publications=publications, language=words.language)
