"""The part of the year's status with sentences from workplaces. A sentence is told only if its workplace has said yes
to that, and the workplace is named only if it has said yes to that too."""

from collections.abc import Iterator

from ...model.message import message
from ...model.shown import Shown
from ...model.uptake.receipts import receipts
from ...model.uptake.said_by import Said, newest_said, quoted
from ...model.uptake.status import StatusPart


def sentences(shown: Shown) -> StatusPart:
    """Return the part with the sentences of the last year."""
    chosen = newest_said(_published(shown), shown)
    return StatusPart(
        id="sentences",
        order=70,
        title=message("From the workplaces"),
        paragraphs=() if chosen else (message("Nothing received yet."),),
        quotes=tuple(quoted(one, shown) for one in chosen),
    )


def _published(shown: Shown) -> Iterator[Said]:
    for one in receipts(shown.handbook):
        if one.sentence and one.date and one.yes:
            yield Said(one.sentence, one.workplaces, one.date, one.yes, one.identity)
