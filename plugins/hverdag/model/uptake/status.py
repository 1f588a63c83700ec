"""The parts of the year's status: plain data that the page and the PDF are both made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ..artifact import StoryCodes
from ..message import Message, Words
from ..shown import Shown

STATUS = "status/"
"""The target of the page with the year's status."""

Cell = Words | int | date | None
"""A cell of a table; None where there is nothing to say."""


@dataclass(frozen=True)
class StatusTable:
    """A table: what it shows, its headings, and its rows. The first cell of a row is its heading. A long one is on the
    page alone (`page_only`): there are four pages of paper."""

    caption: Words
    head: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page_only: bool = False


@dataclass(frozen=True)
class Figure:
    """A number: what it counts, the number, out of how many (None where nothing says so), where it comes from, and the
    target of the place that shows what it is counted from. `history` is the number at the end of each month, by the
    month's first day; `aim` is what it is to be, and `due` on which day. `is_received` is True
    of what workplaces send: where that is none, the status says that nothing has been received."""

    name: Words
    number: int
    of: int | None
    source: Words
    target: str
    history: tuple[tuple[date, int], ...] = ()
    aim: int | None = None
    due: date | None = None
    is_received: bool = False


@dataclass(frozen=True)
class Quote:
    """A sentence from a workplace, and who says it, as it may be named."""

    text: str
    by: Words


@dataclass(frozen=True, kw_only=True)
class StatusPart:
    """A part of the status. `id` is also its anchor on the page, and `order` its place: 10 for goals, 20 for what was
    used where, 30 for courses, 40 for answers, 45 for what those we serve say, 50 for critical factors, 60 for stories,
    70 for sentences, 80 for what comes next. `more` are links: a text and a target."""

    id: str
    order: int
    title: Message
    paragraphs: tuple[Words, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[StatusTable, ...] = ()
    quotes: tuple[Quote, ...] = ()
    more: tuple[tuple[Words, str], ...] = ()
    story_codes: StoryCodes = ()


FindStatus = Callable[[Shown], Iterator[StatusPart]]
"""Yields a feature's parts of the status, from the handbook after the consent gate."""
