"""The data of a sheet, which its template and the Word file read."""

from typing import TypedDict

from ...paper.kit import FrameData


class ItemData(TypedDict):
    """A sign or a question of a value, with what is asked about it; `ask` is empty for what is a question itself. `id`
    names it in a problem."""

    id: str
    text: str
    ask: str


class ValueItems(TypedDict):
    """A value with its items."""

    name: str
    mark: str
    promise: str
    items: list[ItemData]


class TextPartData(TypedDict):
    """A heading with a text."""

    name: str
    text: str


class SheetData(FrameData):
    """A whole sheet. `has_cards` is True if it is cut into cards; `first` is what is read first, and `after` what
    follows the values."""

    has_cards: bool
    lead: str
    first: list[str]
    values: list[ValueItems]
    after: list[TextPartData]
    imprint: str
    labels: dict[str, str]
