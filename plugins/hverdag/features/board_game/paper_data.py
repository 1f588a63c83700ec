"""The data of what is printed of the game, which its templates read."""

from typing import TypedDict

from ...paper.kit import FrameData


class GameData(FrameData):
    """The fields of every sheet. `name` is that of the game, `chief` the colour of the first value, and `imprint` the
    line that identifies the edition."""

    name: str
    chief: str
    imprint: str
    labels: dict[str, str]


class SquareData(TypedDict):
    """A square: its kind, its sign as an SVG path, the name of the text that may be too long for it, and its column and
    row."""

    kind: str
    name: str
    sign: str
    colour: str
    place: str
    cell: tuple[int, int]


class LegendData(TypedDict):
    """A kind of square, and what is done there."""

    name: str
    text: str
    sign: str
    colour: str


class BoardData(GameData):
    """The board. `steps` tell how its sheets are glued together, and `sheets` what each of them is called."""

    lead: str
    columns: int
    rows: int
    squares: list[SquareData]
    legend: list[LegendData]
    shelf: str
    steps: list[str]
    sheets: list[str]


class GameCardData(TypedDict):
    """A card; `mark` is the shape of its value, and `sign` that of its kind."""

    id: str
    kind: str
    name: str
    title: str
    mark: str
    sign: str
    colour: str
    lead: str
    text: str
    more: list[str]
    is_numbered: bool
    known: str


class GameCardsData(GameData):
    """All cards."""

    cards: list[GameCardData]


class RulesSectionData(TypedDict):
    """A section of the rules."""

    title: str
    items: list[str]
    numbered: bool


class TimeRowData(TypedDict):
    """A length of game: the cells are those of two to six teams."""

    name: str
    around: str
    cells: list[str]


class GamePartData(TypedDict):
    """A part of the day."""

    when: str
    name: str


class RulesData(GameData):
    """The rules on one page."""

    lead: str
    sections: list[RulesSectionData]
    squares: list[LegendData]
    teams: list[str]
    people: list[str]
    times: list[TimeRowData]
    parts: str
    day: list[GamePartData]


class PieceData(TypedDict):
    """A piece: its letter, and its shape as an SVG path."""

    letter: str
    shape: str
    name: str


class PiecesData(GameData):
    """The pieces, the numbers to draw, and the slips."""

    pieces: list[PieceData]
    numbers: list[int]
    steps: list[str]
    hint: str
