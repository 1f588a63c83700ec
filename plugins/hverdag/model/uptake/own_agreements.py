"""The agreements of each workplace, as its own files may show them: nothing of any other."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from .agreements import Agreement, AgreementFile, is_overdue
from .history import EARLIEST
from .workplaces import Workplaces

OwnAgreements = tuple[Agreement, ...]
"""The agreements of one workplace, the newest first, with their wording where it is known."""


def own_agreements(
    workplaces: Workplaces, public: Sequence[AgreementFile], private: Sequence[AgreementFile], today: date
) -> Mapping[str, OwnAgreements]:
    """Return what each open workplace has agreed, by its id; also what those have agreed that are now part of it."""
    found: dict[str, list[Agreement]] = {one.id: [] for one in workplaces.open(today)}
    now_of = {id: one.id for id in workplaces.by_id if (one := workplaces.now(id, today))}
    for agreement in _joined(public, private):
        own = now_of.get(agreement.workplace, "")
        if own in found and agreement.date and EARLIEST <= agreement.date <= today:
            found[own].append(agreement)
    return {id: tuple(sorted(held, key=_order)) for id, held in found.items()}


def _order(one: Agreement) -> tuple[int, tuple[str, ...]]:
    return -(one.date or date.min).toordinal(), one.identity


def _joined(public: Iterable[AgreementFile], private: Iterable[AgreementFile]) -> Iterable[Agreement]:
    """Return every agreement once: what is kept of it in values/agreements, and its wording in private/wordings."""
    found: dict[tuple[str, ...], Agreement] = {}
    for file in (*public, *private):
        for one in file.agreements:
            first = found.setdefault(one.identity, one)
            if first is not one:
                more = {
                    name: getattr(first, name) or getattr(one, name)
                    for name in ("agreement", "happened", "review", "outcome")
                }
                found[one.identity] = first.model_copy(update=more)
    return found.values()


def to_bring(held: OwnAgreements, today: date) -> OwnAgreements:
    """Return those that are still to be looked at: first what is overdue, then by the day, and last those without."""
    still = (one for one in held if one.result is None)
    return tuple(sorted(still, key=lambda one: (not is_overdue(one, today), one.review or date.max, _order(one))))
