"""The views of features earlier in the list, for features that collect codes or printables from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.printable import Printable
from ..model.view import Coded, View


@dataclass(frozen=True)
class Index:
    """The views so far, in the order of the features."""

    views: Sequence[View] = ()

    @property
    def coded(self) -> tuple[Coded, ...]:
        """Everything that has a code."""
        return tuple(view.coded for view in self.views if view.coded)

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Everything that is printed besides guides."""
        return tuple(view.printable for view in self.views if view.printable)
