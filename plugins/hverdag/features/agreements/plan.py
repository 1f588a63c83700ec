"""Agreements to the editors' private list."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.shown import Shown
from ...model.uptake.agreements import uses_agreements
from ...model.uptake.workplaces import workplaces_of
from ...model.view import View
from ..index import Index
from ..kit import Kit
from .overview import AgreedView, overview_file, overview_of


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the list, if there are agreements and workplaces."""
    if uses_agreements(shown.handbook) and workplaces_of(shown.handbook).workplaces:
        yield overview_of(shown)


def render(view: AgreedView, kit: Kit) -> Iterator[Output]:
    """Render the list."""
    yield overview_file(view, kit)
