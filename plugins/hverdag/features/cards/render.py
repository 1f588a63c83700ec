"""Decks to paper, and the page where cards are drawn with its data."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.view import View
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from . import paper, web
from .plan import DeckView, DrawView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render every variant of a deck, or the page where cards are drawn."""
    if isinstance(view, DrawView):
        scripts = tuple(web.data(view, kit))
        yield web.page(view, scripts, kit)
        yield from scripts
    elif isinstance(view, DeckView) and view.printable:
        data, places = paper.data(view, kit.paper)
        job = PrintJob(view.printable, data, "cards/cards.typ", places, story_codes=view.story_codes)
        yield from papers(job, kit.paper)
