"""The page, what is printed, and the private file of each workplace."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.view import View
from ..kit import Kit
from . import paper, web
from .plan import CustomersView, UnitView
from .sheets import SlipView, TallyView, YouSaidView
from .unit_file import unit_file


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a view."""
    if isinstance(view, CustomersView):
        yield from web.page(view, kit)
    elif isinstance(view, UnitView):
        yield from unit_file(view, kit)
    elif isinstance(view, SlipView):
        yield from paper.slip(view, kit)
    elif isinstance(view, TallyView):
        yield from paper.tally(view, kit)
    elif isinstance(view, YouSaidView):
        yield from paper.poster(view, kit)
