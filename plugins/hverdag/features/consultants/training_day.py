"""A day on which value consultants try what they will lead: its parts, whose minutes add up to the day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model.meeting import MeetingPlan, plan_meeting
from ...model.minutes import begins, clock, scaled
from ...model.texts.method import Method
from ...model.uptake.courses import Offer

START = 9 * 60
"""When the day begins, in minutes past midnight."""
MINUTES = 6 * 60
"""How long the day is, breaks included."""
UNIT = 5
"""Minutes: parts begin on the clock's own strokes."""


class PartKind(StrEnum):
    """The parts of the day. METHOD is a method that is tried, BREAK and LUNCH are the breaks."""

    WELCOME = "welcome"
    ON_DISPLAY = "on-display"
    METHOD = "method"
    LED = "led"
    STALLS = "stalls"
    POSTER = "poster"
    EVALUATION = "evaluation"
    EACH_OTHER = "each-other"
    BREAK = "break"
    LUNCH = "lunch"


_BREAKS = {PartKind.BREAK: 15, PartKind.LUNCH: 45}
_USUAL = {
    PartKind.WELCOME: (20, 10),
    PartKind.ON_DISPLAY: (30, 15),
    PartKind.LED: (40, 20),
    PartKind.STALLS: (45, 25),
    PartKind.POSTER: (30, 15),
    PartKind.EVALUATION: (20, 10),
    PartKind.EACH_OTHER: (25, 10),
}
"""The usual minutes of each of our own parts, and the least that it can do with."""


@dataclass(frozen=True)
class DayPart:
    """A part of the day; `begins` is in minutes from its start. `method` is the one that is tried in it."""

    kind: PartKind
    minutes: int
    begins: int
    method: Method | None = None

    def when(self, language: str) -> str:
        """Return when the part begins and ends, as clock times of a language."""
        first = START + self.begins
        return f"{clock(first, language)}\u2013{clock(first + self.minutes, language)}"

    @property
    def is_break(self) -> bool:
        """True for a break."""
        return self.kind in _BREAKS


@dataclass(frozen=True)
class TrainingDay:
    """The day: its parts, the plans of the methods that are tried in it, and the codes of what is offered. `at_home`
    are the methods that there is no time for, which are read instead."""

    parts: tuple[DayPart, ...]
    methods: tuple[MeetingPlan, ...]
    at_home: tuple[Method, ...]
    codes: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long the day is, breaks included."""
        return sum(part.minutes for part in self.parts)

    @property
    def break_minutes(self) -> int:
        """How much of the day is breaks."""
        return sum(part.minutes for part in self.parts if part.is_break)


def training_day(offers: Iterable[Offer], methods: Iterable[Method]) -> TrainingDay:
    """Return the day: the methods that are offered are tried as long as there is time for them, step by step in their
    own minutes, and our own parts share what is left."""
    kept = list(offers)
    by_id = {method.id: method for method in methods}
    offered = [by_id[id] for id in dict.fromkeys(offer.method for offer in kept) if id in by_id]
    tried = list(_tried(offered))
    codes = tuple(offer.code for offer in kept if offer.code)
    plans = tuple(plan_meeting(method, ()) for method in tried)
    return TrainingDay(
        parts=tuple(_parts(tried)),
        methods=plans,
        at_home=tuple(method for method in offered if method not in tried),
        codes=codes,
    )


def length(method: Method) -> int:
    """Return the minutes of a method's meeting, which are those of its steps."""
    return sum(step.minutes for step in method.meeting)


def _tried(methods: Sequence[Method]) -> Iterator[Method]:
    room = MINUTES - sum(_BREAKS[kind] for kind in _order(0) if kind in _BREAKS)
    room -= sum(least for _, least in _USUAL.values())
    for method in methods:
        if 0 < length(method) <= room and all(step.minutes >= 0 for step in method.meeting):
            room -= length(method)
            yield method


def _order(methods: int) -> Iterator[PartKind]:
    """Yield the kinds of parts in the order of the day. The first method is tried before lunch, others after it."""
    yield from (PartKind.WELCOME, PartKind.ON_DISPLAY, PartKind.BREAK)
    yield from (PartKind.METHOD,) * min(methods, 1)
    yield from (PartKind.LED, PartKind.LUNCH, PartKind.STALLS)
    yield from (PartKind.METHOD,) * (methods - 1)
    yield from (PartKind.BREAK, PartKind.POSTER, PartKind.EVALUATION, PartKind.EACH_OTHER)


def _parts(tried: Sequence[Method]) -> Iterator[DayPart]:
    kinds, methods, own = list(_order(len(tried))), iter(tried), iter(_own_minutes(tried))
    each = [(kind, next(methods) if kind is PartKind.METHOD else None) for kind in kinds]
    minutes = [length(method) if method else _BREAKS[kind] if kind in _BREAKS else next(own) for kind, method in each]
    for (kind, method), takes, start in zip(each, minutes, begins(minutes), strict=True):
        yield DayPart(kind, takes, start, method)


def _own_minutes(tried: Sequence[Method]) -> tuple[int, ...]:
    """Return the minutes of our own parts, in the order of the day. What is no whole unit goes to the last."""
    kinds = [kind for kind in _order(0) if kind in _USUAL]
    breaks = sum(_BREAKS[kind] for kind in _order(0) if kind in _BREAKS)
    left = MINUTES - breaks - sum(length(method) for method in tried)
    usual, least = zip(*(_USUAL[kind] for kind in kinds), strict=True)
    units = scaled(usual, [minutes // UNIT for minutes in least], left // UNIT)
    assert units, "what is tried leaves room for the least of each part"  # noqa: S101
    return (*(unit * UNIT for unit in units[:-1]), units[-1] * UNIT + left % UNIT)
