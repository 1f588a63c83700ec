"""Frozen counts of a measurement to what may be told of them, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

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


def public_results(file: CountFile, measurement: Measurement, workplaces: Workplaces) -> Iterator[Result]:
    """Yield what readers may see: all of them together, and the workplaces that may be named.

    All of them together are told of if every workplace may be named, or if those that may not are five or more: the
    rest would else be about one or two workplaces.
    """
    named = [id for id in measurement.asked if file.frozen and may_tell_of(workplaces, id, file.frozen)]
    others = len(measurement.asked) - len(named)
    if file.row(_KIND) and (others == 0 or others >= FEWEST_WORKPLACES):
        yield _result(file, measurement, "", message("All of them"))
    for id in named:
        yield from unit_result(file, measurement, id, workplaces.by_id[id].name)


def unit_result(file: CountFile, measurement: Measurement, id: str, name: str) -> Iterator[Result]:
    """Yield what is told of one workplace, if enough answered."""
    if file.row(_KIND, "", id):
        yield _result(file, measurement, id, name)


def _result(file: CountFile, measurement: Measurement, part: str, name: Words) -> Result:
    head = file.row(_KIND, "", part)
    answered = sum(head.cells) if head else 0
    asked = measurement.asked.get(part) if part else None
    yes = tuple(_yes(file.row(_KIND, question, part), answered) for question in IDS)
    return Result(name, _answered(answered, head.of if head else None, asked), yes)


def _answered(number: int, of: int | None, asked: int | None) -> Message:
    """Return how many answered, of how many. Where few did not, how many they are is not told."""
    if of and of >= FEWEST_IN_PER_CENT:
        percent = percentage(number, of)
        return message("{number} of {of} answered ({percent} %)", number=number, of=of, percent=percent)
    if of:
        return message("{number} of {of} answered", number=number, of=of)
    if asked:
        return message("{number} answered: nearly everyone who was asked", number=number)
    return message("{number} answered. How many were asked is not told", number=number)


def _yes(row: CountRow | None, answered: int) -> Message:
    if row is None:
        return _HIDDEN
    if row.most is not None:
        return _in_words(answered, most=row.most)
    return share(row.cells)


def _in_words(answered: int, *, most: bool) -> Message:
    """Return how many said yes, where the numbers would be about few: with twenty answers or more, fewer than five
    answered otherwise than the rest."""
    if answered >= FEWEST_IN_PER_CENT:
        return message("all or nearly all") if most else message("none or a few")
    return message("more than half") if most else message("half or fewer")
