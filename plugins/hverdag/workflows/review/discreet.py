"""Compares two texts without showing half a personal number."""

from collections.abc import Sequence

from ...model.editorial.change import Change
from ...nods.difference import differences
from ...nods.shown import Line
from ...privacy import bare, holds_number, masked_all


def discreet_differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[Change, ...]:
    """Return the changed lines. If either text contains a personal number, they have no digits: the other half of it
    may stand in a line that has not changed, or in the other text, and half a number is not known by itself."""
    changes = differences(before, after)
    if any(holds_number("\n".join(line.text for line in text)) for text in (before, after)):
        return masked_all(changes, bare)
    return changes
