"""The data of a guide on paper, the same for the PDF and the Word file."""

from typing import TypedDict

from ...paper.kit import FrameData, StoryData, ValueData
from ...paper.slip import SlipData
from .invitation import MeetingInvitationData
from .titles import DilemmaData


class StepData(TypedDict):
    """A step of the meeting; its row may be split between two pages in the PDF if `breakable`, in the Word file if
    `tall`. What was agreed last time is written down in it if `agreed`; `reads` says which story it is, where there are
    several."""

    number: int
    name: str
    minutes: int
    short: int
    when: str
    guidance: str
    say: list[str]
    points: list[str]
    agreed: bool
    reads: str
    tells: str
    questions: list[str]
    dilemma: DilemmaData | None
    activity: str
    responsible: str
    stalls: str
    moved: str
    notes: int
    stop: bool
    stop_number: int
    breakable: bool
    tall: bool


class GuideData(TypedDict):
    """The leader's page."""

    title: str
    purpose: str
    precondition: str
    group: str
    materials: list[str]
    start: str
    time: str
    short: int
    choices: bool
    warning: str
    before: list[StepData]
    steps: list[StepData]


class SheetPartData(TypedDict):
    """A part of the participants' sheet; lines are for writing on. `about` says which story it is about, where there
    are several."""

    name: str
    about: str
    questions: list[str]
    dilemma: DilemmaData | None
    stop: bool
    stop_number: int
    lines_each: int
    lines_below: int
    breakable: bool


class NamedStoryData(TypedDict):
    """A story that is only named."""

    title: str
    summary: str


class GuidePaperData(FrameData):
    """A whole guide. `cards` are value cards, and `questions` stand on cards of their own. `invitation` is printed if
    the method has words for it. `follows` and `leads_to` name the talks before and after."""

    short_address: str
    qr: str
    imprint: str
    network: str
    running: str
    labels: dict[str, str]
    guide: GuideData
    value: ValueData | None
    more: list[NamedStoryData]
    sheet: list[SheetPartData]
    cards: list[ValueData]
    questions: list[str]
    follows: str
    leads_to: str
    rests_on: str
    invitation: MeetingInvitationData | None
    has_sheet: bool
    stories: list[StoryData]
    slip: SlipData | None
