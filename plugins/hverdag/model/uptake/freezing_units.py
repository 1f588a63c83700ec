"""Answers to a small measurement to frozen counts, workplace by workplace.

A workplace knows its own answers: it has counted the slips itself. So what is told of all of them together must be safe
also when one of them subtracts what is its own; if it is not, only the workplaces are told of, each by itself. They
are different people, so nothing can be subtracted.

Where a number would be about few, it is said in words whether more than half said yes. That is true of several numbers,
so none can be worked out: with five answers, three, four or five. Words never stand beside the number of all of them.
"""

from collections.abc import Iterable, Mapping, Sequence

from .counts import CountKind, CountRow
from .floor import Cells, is_safe, total
from .freezing import Answered, Frozen, divided

KIND = CountKind.SERVED.value

Units = Mapping[str, Sequence[Answered]]
"""The answers by the id of the workplace."""


def freeze_units(
    given: Sequence[Answered], questions: Sequence[str], asked: Mapping[str, int | None], fewest: int
) -> Frozen:
    """Return the counts of a measurement, by workplace, and in all where that is safe; nothing at all if no number is.
    `asked` is how many were asked in each workplace. Answers from another one, which was taken out of the measurement
    since, are told of in all only: it too may subtract what is its own."""
    units: dict[str, list[Answered]] = {id: [] for id in asked}
    for one in given:
        units.setdefault(one.part, []).append(one)
    told = [id for id in sorted(asked) if len(units[id]) >= max(fewest, 1)]
    rest = [ones for id, ones in units.items() if id not in told]
    has_whole = bool(given) and len(asked) > 1 and is_safe_rest([(len(ones),) for ones in rest], fewest)
    found = Frozen(has_hidden_parts=any(rest))
    if has_whole:
        found.rows.append(CountRow(count=KIND, cells=(len(given),), of=_of_all(units, asked, fewest)))
    for id in told:
        found.rows.append(CountRow(count=KIND, part=id, cells=(len(units[id]),), of=_of_unit(units, asked, id, fewest)))
    for at, question in enumerate(questions):
        found.rows += _question(units, told, at, question, fewest, has_whole=has_whole)
        if not any(row.question == question for row in found.rows):
            found.hidden.append(question)
    found.counted = bool(found.rows)
    return found


def is_safe_rest(rest: Iterable[Cells], fewest: int) -> bool:
    """Return True if what is left of everybody, when all that is told of is subtracted, can be told: also when any one
    of those that are left subtracts what is its own."""
    filled = [tuple(cells) for cells in rest if any(cells)]
    left = [total(filled), *(total(_without(filled, at)) for at in range(len(filled)))]
    return all(is_safe(cells, fewest) for cells in left)


def _without(parts: Sequence[Cells], at: int) -> list[Cells]:
    return [cells for number, cells in enumerate(parts) if number != at]


def _question(
    units: Units, told: Sequence[str], at: int, question: str, fewest: int, *, has_whole: bool
) -> Iterable[CountRow]:
    """Yield the rows of one question."""
    cells = {id: divided(ones, at) for id, ones in units.items()}
    numbers = [id for id in told if is_safe(cells[id], fewest)]
    rest = [cells[id] for id in units if id not in numbers]
    if has_whole and len(numbers) == len(told) and is_safe_rest(rest, fewest):
        yield CountRow(count=KIND, question=question, cells=total(cells.values()))
    for id in told:
        agree, others = cells[id]
        if id in numbers:
            yield CountRow(count=KIND, question=question, part=id, cells=(agree, others))
        else:
            yield CountRow(count=KIND, question=question, part=id, most=agree > others)


def _of_unit(units: Units, asked: Mapping[str, int | None], id: str, fewest: int) -> int | None:
    """Return how many were asked in a workplace; None if it is not known, or if few did not answer."""
    of, number = asked[id], len(units[id])
    return of if of is not None and of >= number and is_safe((of - number,), fewest) else None


def _of_all(units: Units, asked: Mapping[str, int | None], fewest: int) -> int | None:
    """Return how many were asked in all; None if it is not known, or if few of those that are left when the workplaces
    are subtracted did not answer."""
    known = {id: of - len(units[id]) for id, of in asked.items() if of is not None and of >= len(units[id])}
    if len(known) < len(asked) or len(units) > len(asked):
        return None
    told = {id for id in asked if len(units[id]) >= max(fewest, 1) and _of_unit(units, asked, id, fewest) is not None}
    is_told = is_safe_rest([(silent,) for id, silent in known.items() if id not in told], fewest)
    return sum(of or 0 for of in asked.values()) if is_told else None
