"""The data of the book, which book.typ reads."""

from typing import TypedDict

from ...paper.kit import AddressData, FrameData, ValueData
from ...paper.text_tree import Tree


class CoverData(TypedDict):
    """The cover; `marks` are the paths of the values' shapes."""

    title: str
    name: str
    holds: str
    volume: str
    marks: list[str]


class VolumeData(TypedDict):
    """Another volume, and its address."""

    name: str
    holds: str
    number: int
    href: str


class NamedData(TypedDict):
    """A text in the book: the label of its page, its title, and the title in the running head."""

    place: str
    title: str
    running: str


class BookValueData(ValueData, NamedData):
    """A value, on its own page."""

    questions: list[str]
    known: str
    tree: list[Tree]


class ShapeData(TypedDict):
    """A value by its name and its shape."""

    name: str
    mark: str


class AskedData(TypedDict):
    """A dilemma."""

    question: str
    options: list[str]


class BookStoryData(NamedData):
    """A story, on pages of its own."""

    lead: str
    values: list[ShapeData]
    workplace: str
    because: str
    dilemma: AskedData | None
    questions: list[str]
    known: str
    made_up: bool
    tree: list[Tree]


class GroupData(ValueData):
    """A value, and the stories whose chief value it is."""

    title: str
    running: str
    stories: list[BookStoryData]


class MethodStepData(TypedDict):
    """A step of a method."""

    name: str
    about: str
    guidance: str
    say: list[str]
    points: list[str]
    brings: str
    questions: list[str]
    stalls: str
    moved: str


class MethodData(NamedData):
    """A method, with its steps."""

    purpose: str
    minutes: str
    time: str
    group: str
    materials: list[str]
    precondition: str
    before: list[MethodStepData]
    steps: list[MethodStepData]
    known: str
    tree: list[Tree]


class IndexedStoryData(TypedDict):
    """A story in the index."""

    title: str
    place: str


class IndexEntryData(TypedDict):
    """A word of the index, with the labels of its pages."""

    word: str
    places: list[str]
    stories: list[IndexedStoryData]


class IndexData(TypedDict):
    """A part of the index."""

    title: str
    entries: list[IndexEntryData]


class BookData(FrameData, AddressData):
    """The whole book."""

    imprint: str
    network: str
    cover: CoverData
    contact: list[str]
    edition: str
    notice: str
    labels: dict[str, str]
    volumes: list[VolumeData]
    values: list[BookValueData]
    groups: list[GroupData]
    methods: list[MethodData]
    indexes: list[IndexData]
