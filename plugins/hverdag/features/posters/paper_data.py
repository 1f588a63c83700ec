"""The data of posters, which their templates read."""

from typing import TypedDict

from ...paper.kit import AddressData, FrameData, ValueData


class PosterData(FrameData, AddressData):
    """The fields of every poster."""

    edition: str
    values: list[ValueData]
    labels: dict[str, str]


class ValuePosterData(PosterData):
    """The poster of one value."""

    value: ValueData


class StopData(TypedDict):
    """A stop on a road."""

    name: str
    questions: list[str]


class RoadData(PosterData):
    """The poster of a value road."""

    stops: list[StopData]
