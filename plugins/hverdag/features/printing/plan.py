"""The printables of the features before this one, to a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.printable import Printable, PrintGroup
from ...model.shown import Shown
from ...model.view import NO_STORIES, View
from ..index import Index


@dataclass(frozen=True, kw_only=True)
class PrintListView(View):
    """All printables by group, in the order of the page."""

    groups: tuple[tuple[PrintGroup, tuple[Printable, ...]], ...]


def plan(_: Shown, index: Index) -> Iterator[View]:
    """Yield the view of the list."""
    printables = index.printables
    ordered = sorted(printables, key=lambda printable: printable.group.order)
    groups = {printable.group.id: printable.group for printable in ordered}
    yield PrintListView(
        story_codes=NO_STORIES,
        groups=tuple((group, tuple(item for item in printables if item.group == group)) for group in groups.values()),
    )
