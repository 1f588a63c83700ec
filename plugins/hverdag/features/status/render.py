"""The year's status as a page and as a PDF, from the same words."""

from collections.abc import Iterator

from ...model.artifact import Output
from ..kit import Kit
from .paper import paper
from .plan import StatusView
from .status_words import status_words
from .web import page


def render(view: StatusView, kit: Kit) -> Iterator[Output]:
    """Render the page, and the PDF unless the settings leave it out."""
    yield page(view, status_words(view.parts, kit.words), kit)
    if view.printable:
        yield from paper(view, view.printable, status_words(view.on_paper, kit.words), kit.paper)
