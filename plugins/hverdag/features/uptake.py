"""What features add to receipts, goals and the year's status."""

from collections.abc import Mapping

from ..model.handbook import Handbook
from ..model.shown import Shown
from ..model.uptake.status import StatusPart
from ..model.uptake.tally import Count
from ..model.uptake.tools import Tool
from .registry import registry


def tools_of(handbook: Handbook) -> Mapping[str, Tool]:
    """Return what workplaces may say that they have used, by its code in lower case; of two with one code, the first
    feature's."""
    found = [tool for feature in registry().features if feature.tools for tool in feature.tools(handbook)]
    return {tool.code.casefold(): tool for tool in reversed(found)}


def counts_of(handbook: Handbook) -> Mapping[str, Count]:
    """Return what a goal may count, by its id."""
    found = (count for feature in registry().features if feature.counts for count in feature.counts(handbook))
    return {count.id: count for count in found}


def status_of(shown: Shown) -> tuple[StatusPart, ...]:
    """Return the parts of the year's status, in order."""
    parts = (part for feature in registry().features if feature.status for part in feature.status(shown))
    return tuple(sorted(parts, key=lambda part: part.order))
