"""Handbook to the book: one volume, or, if it would be too thick, one with values and methods and one for each
value."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.addresses import printed_address
from ...model.meeting import MeetingPlan, plan_meeting
from ...model.message import Message, Words, message
from ...model.printable import Printable
from ...model.settings import PATH
from ...model.shown import Shown
from ...model.texts.method import Method
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.view import View
from ...paper.print_job import printed_code
from ..index import Index
from .printed import GROUP, NAMES, PRODUCT, VARIANTS

MOST_PAGES = 1_000
"""Pages in one book: a thicker one takes too much time and memory to compile."""

WORDS_A_PAGE = 340
"""Words on a page of the book, approximately."""

WORDS_OF_A_TITLE = 40
WORDS_OF_A_PICTURE = 170
WORDS_OF_A_BREAK = 6
"""The space that a title, a picture and the end of a line take, in words."""

BLOCKS = frozenset({"hr", "li", "p", "pre", "summary", "tr"})
"""Each ends a line."""

LISTED = 1 / 12
"""Pages that a story takes in the contents, before its value and in the index, approximately."""

PAGES_OF_A_VALUE = 2
PAGES_OF_A_METHOD = 3
"""The most pages of each: a value has its own page, and one before its stories."""


@dataclass(frozen=True)
class Volume:
    """A volume of several: its number, its title, its number of stories, and the address of its file."""

    number: int
    title: Words
    stories: int
    address: str


@dataclass(frozen=True, kw_only=True)
class BookView(View):
    """A book, or one volume of it: `number` counts volumes from 1, and is 0 for the only one. `values` and `plans` are
    those in it, `groups` its stories by their chief value, and `showing` the values of each story, by its path.
    `shapes` are the values whose shapes are on the cover."""

    code: str
    number: int
    volumes: tuple[Volume, ...]
    values: tuple[Value, ...]
    plans: tuple[MeetingPlan, ...]
    groups: tuple[tuple[Value, tuple[Story, ...]], ...]
    showing: Mapping[str, tuple[Value, ...]]
    shapes: tuple[Value, ...]

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories, in the order of the pages."""
        return tuple(story for _, stories in self.groups for story in stories)

    @property
    def title(self) -> Words:
        """The title of the volume; an empty string for the only one."""
        return next((volume.title for volume in self.volumes if volume.number == self.number), "")


@dataclass(frozen=True)
class _Part:
    """The contents of one volume: its value, if it has one, its stories, and its names."""

    value: Value | None
    stories: tuple[Story, ...]
    name: str
    title: Words
    printed_title: Message
    former_names: tuple[str, ...] = ()

    @property
    def printable(self) -> Printable:
        """The volume as a thing to print."""
        return Printable(self.name, self.printed_title, PRODUCT, GROUP, VARIANTS, self.former_names)


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Lay out the book, unless the settings leave it out."""
    settings, stories = shown.settings, shown.to_print
    if not shown.values or GROUP.id not in settings.printed:
        return
    code = NAMES[settings.language]
    others = len(shown.values) * PAGES_OF_A_VALUE + len(_methods(shown)) * PAGES_OF_A_METHOD
    if others + sum(map(_pages, stories)) <= MOST_PAGES:
        yield _view(shown, _Part(None, tuple(stories), code, "", message("The book")), code, 0, ())
        return
    parts = list(_volumes(shown, code))
    volumes = tuple(
        Volume(number, part.title, len(part.stories), printed_address(part.printable, VARIANTS[0], settings))
        for number, part in enumerate(parts, 1)
    )
    for number, part in enumerate(parts, 1):
        yield _view(shown, part, code, number, volumes)


def _view(shown: Shown, part: _Part, code: str, number: int, volumes: tuple[Volume, ...]) -> BookView:
    values = () if part.value else shown.values
    printable = part.printable
    showing = {story.path: shown.handbook.showing(story) for story in part.stories}
    groups = tuple(
        (value, stories)
        for value in shown.values
        if (stories := tuple(story for story in part.stories if showing[story.path][:1] == (value,)))
    )
    return BookView(
        story_codes=tuple(dict.fromkeys(story.code for story in part.stories)),
        subject=part.value.path if part.value else PATH,
        coded=printed_code(code, printable, shown.settings),
        printable=printable,
        code=code,
        number=number,
        volumes=volumes,
        values=values,
        plans=() if part.value else tuple(plan_meeting(method, shown.values) for method in _methods(shown)),
        groups=groups,
        showing=showing,
        shapes=(part.value,) if part.value else shown.values,
    )


def _methods(shown: Shown) -> list[Method]:
    """Return the methods for talking about a story or a value; the book is read by everyone, not by who collects."""
    return [method for method in shown.handbook.methods if method.uses_texts]


def _volumes(shown: Shown, name: str) -> Iterator[_Part]:
    """Yield the parts of a book of several volumes: values and methods first, then the stories of each value."""
    first = message("Values and methods") if _methods(shown) else message("Our values")
    yield _Part(None, (), name, first, _volume_title(1, message("values and methods")))
    number = 1
    for value in shown.values:
        parts = list(_parts([story for story in shown.to_print if story.values[0] == value.id]))
        for at, stories in enumerate(parts, 1):
            number += 1
            suffix = f"-{at}" if len(parts) > 1 else ""
            numbered_title = message("{value}, part {number}", value=value.heading, number=at)
            title = value.heading if len(parts) < 2 else numbered_title
            ids = (value.id, *shown.handbook.former_ids(value))
            file_name, *former = (f"{name}-{value.code}-{id}{suffix}".casefold() for id in ids)
            yield _Part(value, stories, file_name, title, _volume_title(number, value.heading), tuple(former))


def _volume_title(number: int, part: str | Message) -> Message:
    return message("The book, volume {number}: {part}", number=number, part=part)


def _parts(stories: Sequence[Story]) -> Iterator[tuple[Story, ...]]:
    """Yield the stories of a value, in several parts if there are too many for one volume."""
    part: list[Story] = []
    pages = 0.0
    for story in stories:
        if part and pages + _pages(story) > MOST_PAGES:
            yield tuple(part)
            part, pages = [], 0.0
        part.append(story)
        pages += _pages(story)
    if part:
        yield tuple(part)


def _pages(story: Story) -> float:
    texts = [story.summary, story.because, *story.questions]
    if story.dilemma:
        texts += [story.dilemma.question, *story.dilemma.options]
    tags = Counter(element.tag for element in story.body.elements())
    pictures = tags["img"] + bool(story.image)
    words = story.body.words + sum(len(text.split()) for text in texts)
    lines = sum(tags[tag] for tag in BLOCKS)
    words += lines * WORDS_OF_A_BREAK + WORDS_OF_A_TITLE + pictures * WORDS_OF_A_PICTURE
    return math.ceil(words / WORDS_A_PAGE) + LISTED
