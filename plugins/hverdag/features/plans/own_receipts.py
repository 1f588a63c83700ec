"""The receipts of each workplace, as its own file may show them: nothing of other workplaces but what they allow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from ...model.uptake.history import EARLIEST
from ...model.uptake.receipts import Receipt, ReceiptFile, first_of_month
from ...model.uptake.workplaces import Workplaces


@dataclass(frozen=True)
class OwnReceipt:
    """A receipt as one workplace sees it. `before` are the names of workplaces that took part and are now part of it,
    where it did not take part itself; `named` are the other workplaces that may be named, and `others` is the number of
    the rest."""

    day: date
    tool: str
    people: int | None
    sentence: str
    next: date | None
    before: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    others: int = 0


@dataclass
class OwnReceipts:
    """The receipts of one workplace, the newest first, and the first month with a receipt among those that were folded
    into counts."""

    receipts: list[OwnReceipt] = field(default_factory=list)
    folded: date | None = None


def own_receipts(
    workplaces: Workplaces, public: Sequence[ReceiptFile], private: Sequence[ReceiptFile], today: date
) -> Mapping[str, OwnReceipts]:
    """Return what each open workplace has sent, by its id; also what those have sent that are now part of it."""
    found = {one.id: OwnReceipts() for one in workplaces.open(today)}
    now_of = {id: one.id for id in workplaces.by_id if (one := workplaces.now(id, today))}
    for receipt in _joined(_rows(public, today), _rows(private, today)):
        now = {id: now_of.get(id, "") for id in receipt.workplaces}
        for own in dict.fromkeys(now.values()):
            if own in found:
                mine = {id for id, one in now.items() if one == own}
                found[own].receipts.append(_seen_by(own, mine, receipt, workplaces, today))
    for reached in (row for file in (*public, *private) for row in file.reached):
        own, month = now_of.get(reached.workplace, ""), first_of_month(reached.month)
        if own in found and month:
            found[own].folded = min(found[own].folded or month, month)
    for held in found.values():
        held.receipts.sort(key=lambda one: (one.day, one.tool, one.sentence), reverse=True)
    return found


def _rows(files: Iterable[ReceiptFile], today: date) -> Iterator[Receipt]:
    for receipt in (one for file in files for one in file.receipts):
        if receipt.date and EARLIEST <= receipt.date <= today and receipt.workplaces and receipt.tool:
            yield receipt


def _joined(public: Iterable[Receipt], private: Iterable[Receipt]) -> Iterator[Receipt]:
    """Yield every receipt once: what is kept of it in values/receipts, and its sentence in private/receipts."""
    found: dict[tuple[str, ...], tuple[list[Receipt], list[Receipt]]] = {}
    for at, receipts in enumerate((public, private)):
        for receipt in receipts:
            found.setdefault(receipt.identity, ([], []))[at].append(receipt)
    for one, other in (pair for sides in found.values() for pair in zip_longest(*sides)):
        first, second = one or other, other or one
        if first is second:
            yield first
            continue
        yield first.model_copy(
            update={
                "sentence": first.sentence or second.sentence,
                "people": second.people if first.people is None else first.people,
                "next": first.next or second.next,
            }
        )


def _seen_by(own: str, mine: set[str], receipt: Receipt, workplaces: Workplaces, today: date) -> OwnReceipt:
    known = workplaces.by_id
    others = [id for id in dict.fromkeys(receipt.workplaces) if id not in mine]
    named = tuple(known[id].name for id in others if id in known and known[id].may_be_named(today))
    before = () if own in mine else tuple(known[id].name for id in receipt.workplaces if id in mine)
    assert receipt.date  # noqa: S101 _rows yields no other
    return OwnReceipt(
        day=receipt.date,
        tool=receipt.tool,
        people=receipt.people,
        sentence=receipt.sentence,
        next=receipt.next,
        before=tuple(dict.fromkeys(before)),
        named=named,
        others=len(others) - len(named),
    )
