"""The data of cards, which cards.typ reads."""

from typing import TypedDict

from ...paper.kit import FrameData


class CardData(TypedDict):
    """A card: the texts on its front and on its back."""

    id: str
    kind: str
    kind_behind: str
    title: str
    mark: str
    colour: str
    lead: str
    text: str
    of_value: bool
    lettered: bool
    more: list[str]
    more_title: str
    known: str


class DeckData(FrameData):
    """A whole deck."""

    cards: list[CardData]
    edition: str
    labels: dict[str, str]
