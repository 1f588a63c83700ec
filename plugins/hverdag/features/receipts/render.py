"""The sheet of slips, and the editors' private overview."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.view import View
from ..kit import Kit
from . import paper
from .overview import OverviewView
from .overview_file import overview_files
from .plan import SlipsView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the sheet, or the private overview."""
    if isinstance(view, SlipsView):
        yield from paper.slips(view, kit)
    elif isinstance(view, OverviewView):
        yield from overview_files(view, kit)
