"""The data of the year's status on paper, which status.typ reads."""

from typing import TypedDict

from ...paper.history import HistoryData
from ...paper.kit import FrameData


class CountedFromData(TypedDict):
    """What a number is counted from: a part of this paper, whose id is `place`, or a page at `href`; either may be
    empty."""

    source: str
    place: str
    href: str


class FigureData(CountedFromData):
    """A number, and what is to be said of it."""

    name: str
    number: str
    share: str
    note: str


class CellData(TypedDict):
    """A cell of a table."""

    text: str
    number: bool


class TableData(TypedDict):
    """A table; `wide` says which of its columns hold sentences."""

    caption: str
    head: list[str]
    rows: list[list[CellData]]
    wide: list[bool]


class QuoteData(TypedDict):
    """A sentence from a workplace, and who says it."""

    text: str
    by: str


class NamedHistoryData(TypedDict):
    """The name of a number, and its history."""

    name: str
    chart: HistoryData


class PartData(TypedDict):
    """A part of the status. What is among the first numbers is not among its figures again."""

    id: str
    title: str
    paragraphs: list[str]
    figures: list[FigureData]
    histories: list[NamedHistoryData]
    tables: list[TableData]
    quotes: list[QuoteData]


class StatusData(FrameData):
    """The whole status: the parts on goals, and all others."""

    imprint: str
    running: str
    counted_on: str
    answer: str
    first: list[FigureData]
    goals: list[PartData]
    others: list[PartData]
    principles: list[str]
    contact: list[str]
    notice: str
    labels: dict[str, str]
