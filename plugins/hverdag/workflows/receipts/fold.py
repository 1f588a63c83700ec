"""What is left of receipts when they are folded: how many there were for each tool and month, and the first month of
each workplace."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...model.uptake.receipts import FoldedMonth, Reached, Receipt, ReceiptFile, month_of, receipts
from ...pipeline.read import ReadPublication
from ..tables.folding import Fold, Folding
from .store import STORE


def plan_fold(publication: ReadPublication, today: date, header: str) -> Fold[ReceiptFile, Receipt]:
    """Plan the folding of old receipts. `header` begins the file of counts, where it is not there yet. Raises
    RefusedError if receipts cannot be read."""
    folding = Folding(STORE, lambda one: one.date, _counted)
    return folding.plan(publication, receipts(publication.handbook), today, header)


def _counted(held: ReceiptFile, old: Sequence[Receipt], _: date) -> Mapping[str, Sequence[object]]:
    return {"folded": tuple(_folded(held.folded, old)), "reached": tuple(_reached(held.reached, old))}


def _folded(held: Sequence[FoldedMonth], old: Sequence[Receipt]) -> Iterator[FoldedMonth]:
    counts: dict[tuple[str, str], int] = {}
    for row in held:
        counts[row.month, row.tool] = counts.get((row.month, row.tool), 0) + row.receipts
    for one in old:
        month = month_of(one.date) if one.date else ""
        counts[month, one.tool] = counts.get((month, one.tool), 0) + 1
    for (month, tool), number in sorted(counts.items()):
        yield FoldedMonth(month=month, tool=tool, receipts=number)


def _reached(held: Sequence[Reached], old: Sequence[Receipt]) -> Iterator[Reached]:
    """Yield the first months of each workplace: with any receipt, and with one for one of our tools."""
    first: dict[str, str] = {}
    of_tools: dict[str, str] = {}
    rows = [(row.workplace, row.month, row.tool_month) for row in held]
    for one in old:
        month = month_of(one.date) if one.date else ""
        rows += [(id, month, "" if one.is_own_way else month) for id in one.workplaces]
    for id, month, tool_month in rows:
        first[id] = min(first.get(id, month), month)
        if tool_month:
            of_tools[id] = min(of_tools.get(id, tool_month), tool_month)
    for id in sorted(first):
        reached = Reached(workplace=id, month=first[id])
        yield reached.model_copy(update={"tool_month": of_tools[id]}) if id in of_tools else reached
