"""Frozen counts of a measurement to what may be told of them, in words."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from ...model.message import Message, Words, message
from ...model.uptake.counts import FEWEST_IN_PER_CENT, CountFile, CountKind, CountRow, percentage, share
from ...model.uptake.customers import IDS, Measurement, may_tell_of
from ...model.uptake.workplaces import FEWEST_WORKPLACES, Workplaces

_KIND = CountKind.SERVED.value
_HIDDEN = message("not shown")


@dataclass(frozen=True)
class Result:
    """What is told of one group: its name, how many answered, and how many said yes to each question."""

    name: Words
    answered: Message
    yes: tuple[Message, ...]


def public_results(file: CountFile, measurement: Measurement, workplaces: Workplaces, fewest: int) -> Iterator[Result]:
    """Yield what readers may see: all of them together where that is safe, and the workplaces that may be named."""
    counted = file.frozen or date.min
    named = {id for id in (*measurement.asked, *file.parts(_KIND)) if may_tell_of(workplaces, id, counted)}
    shown = [id for id in measurement.asked if id in named]
    if _may_tell_all(file, measurement, named, shown):
        yield _result(file, "", message("All of them"), fewest)
    for id in shown:
        yield from unit_result(file, id, workplaces.by_id[id].name, fewest)


def _may_tell_all(file: CountFile, measurement: Measurement, named: Set[str], shown: Iterable[str]) -> bool:
    """Return True if all of them together may be told of: what is left when readers subtract the workplaces that they
    are shown must be about nobody, or about five workplaces that may not be named. One that was asked and is not told
    of may have no answers, or have been taken out of the measurement since, so it counts for none."""
    whole, told = file.cells(_KIND), file.parts(_KIND)
    unnamed = {*measurement.asked, *told} - named
    left = sum(whole or ()) - sum(sum(told.get(id, ())) for id in shown)
    return bool(whole) and (len(unnamed & told.keys()) >= FEWEST_WORKPLACES or not (unnamed or left))


def unit_result(file: CountFile, id: str, name: str, fewest: int) -> Iterator[Result]:
    """Yield what is told of one workplace, if enough answered."""
    if file.cells(_KIND, "", id):
        yield _result(file, id, name, fewest)


def _result(file: CountFile, part: str, name: Words, fewest: int) -> Result:
    head = file.row(_KIND, "", part)
    answered = sum(head.cells) if head else 0
    yes = tuple(_yes(file.row(_KIND, question, part), answered, fewest) for question in IDS)
    return Result(name, _answered(answered, head.of if head else None), yes)


def _answered(number: int, of: int | None) -> Message:
    """Return how many answered, of how many. Where few did not, or nobody has written how many were asked, that is not
    told."""
    if of and of >= FEWEST_IN_PER_CENT:
        percent = percentage(number, of)
        return message("{number} of {of} answered ({percent}%)", number=number, of=of, percent=percent)
    if of:
        return message("{number} of {of} answered", number=number, of=of)
    return message("{number} answered. How many were asked is not known", number=number)


def _yes(row: CountRow | None, answered: int, fewest: int) -> Message:
    if row and row.most is not None:
        return in_words(answered, fewest, most=row.most)
    return share(row.cells) if row and row.cells else _HIDDEN


def in_words(answered: int, fewest: int, *, most: bool) -> Message:
    """Return how many said yes, where fewer than `fewest` did, or did not: of four times as many, those are less than a
    quarter. It is true of every number that it may stand for."""
    if answered >= max(FEWEST_IN_PER_CENT, 4 * fewest):
        return message("more than three out of four") if most else message("fewer than one out of four")
    return message("more than half") if most else message("half or fewer")
