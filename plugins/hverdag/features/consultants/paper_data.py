"""The data of the day of training, which day.typ reads."""

from typing import TypedDict

from ...paper.kit import FrameData


class DayPartData(TypedDict):
    """A part of the day. `steps` are those of the method that is tried in it, with their minutes."""

    when: str
    minutes: int
    name: str
    text: str
    is_break: bool
    steps: list[str]


class StepData(TypedDict):
    """A step of a method, as whoever leads it needs it; `stop` is the number on its stop sign, or 0."""

    name: str
    minutes: int
    stop: int
    guidance: str
    questions: list[str]
    stalls: str
    moved: str


class DayMethodData(TypedDict):
    """How a method is led. `before` is what is done before it."""

    title: str
    purpose: str
    before: list[str]
    steps: list[StepData]


class AdviceData(TypedDict):
    """Advice under a heading."""

    title: str
    items: list[str]


class DayData(FrameData):
    """The whole day."""

    lead: str
    time: str
    bring: str
    at_home: str
    parts: list[DayPartData]
    methods: list[DayMethodData]
    advice: list[AdviceData]
    running: str
    imprint: str
    known: str
    labels: dict[str, str]
