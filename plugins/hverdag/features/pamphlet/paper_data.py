"""The data of the pamphlet, which pamphlet.typ reads."""

from typing import TypedDict

from ...paper.kit import AddressData, FrameData, StoryData, ValueData


class PamphletStoryData(StoryData):
    """A story, with its short address or code."""

    known: str


class FactData(TypedDict):
    """A fact."""

    name: str
    text: str


class PamphletData(FrameData, AddressData):
    """The whole pamphlet."""

    imprint: str
    network: str
    subtitle: str
    introduction: str
    values: list[ValueData]
    facts: list[FactData]
    facts_title: str
    take_part: list[str]
    contact: list[str]
    edition: str
    notice: str
    labels: dict[str, str]
    stories: list[PamphletStoryData]
