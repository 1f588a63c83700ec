"""What is left of agreements when they are folded: how many there were in each month and what became of them, and the
first months of each workplace."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...model.uptake.agreements import (
    AgreedBefore,
    Agreement,
    AgreementFile,
    FoldedAgreements,
    agreements,
    is_overdue,
    reviewed_on,
)
from ...model.uptake.receipts import month_of
from ...pipeline.read import ReadPublication
from ..tables.folding import Fold, Folding
from .store import STORE

_COUNTS = ("made", "due", "kept", "changed", "dropped")


def plan_fold(publication: ReadPublication, today: date, header: str) -> Fold[AgreementFile, Agreement]:
    """Plan the folding of old agreements. `header` begins the file of counts, where it is not there yet. Raises
    RefusedError if agreements cannot be read."""
    folding = Folding(STORE, lambda one: one.date, _counted)
    return folding.plan(publication, agreements(publication.handbook), today, header)


def _counted(held: AgreementFile, old: Sequence[Agreement], today: date) -> Mapping[str, Sequence[object]]:
    return {"folded": tuple(folded(held.folded, old, today)), "reached": tuple(reached(held.reached, old, today))}


def folded(held: Sequence[FoldedAgreements], old: Sequence[Agreement], today: date) -> Iterator[FoldedAgreements]:
    """Yield what agreements come to, month by month, with what was folded before: each is counted in the month that it
    was made in, and in the month that it was looked at, or was to be."""
    counts: dict[str, Counter[str]] = {}
    for row in held:
        counts.setdefault(row.month, Counter()).update({name: getattr(row, name) for name in _COUNTS})
    for one in old:
        if one.date:
            counts.setdefault(month_of(one.date), Counter())["made"] += 1
        day = reviewed_on(one, today) or (one.review if is_overdue(one, today) else None)
        if day:
            found = counts.setdefault(month_of(day), Counter())
            found["due"] += 1
            if one.result:
                found[one.result.value] += 1
    for month, found in sorted(counts.items()):
        yield FoldedAgreements(month=month, **{name: found[name] for name in _COUNTS})


def reached(held: Sequence[AgreedBefore], old: Sequence[Agreement], today: date) -> Iterator[AgreedBefore]:
    """Yield the first months of each workplace: with an agreement, and with one that it looked at again."""
    rows = [(row.workplace, row.month, row.reviewed_month) for row in held]
    for one in old:
        day = reviewed_on(one, today)
        rows.append((one.workplace, month_of(one.date) if one.date else "", month_of(day) if day else ""))
    made: dict[str, str] = {}
    reviewed: dict[str, str] = {}
    for id, month, reviewed_month in rows:
        for found, first in ((made, month), (reviewed, reviewed_month)):
            if first:
                found[id] = min(found.get(id, first), first)
    for id in sorted(made):
        row = AgreedBefore(workplace=id, month=made[id])
        yield row.model_copy(update={"reviewed_month": reviewed[id]}) if id in reviewed else row
