"""Handbook to the pages of stories, with neighbours and related stories."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ...model.addresses import STORY_LIST
from ...model.files import Recording
from ...model.message import message
from ...model.once import Rounds
from ...model.settings import Criterion, Kind
from ...model.shown import Shown, ShownStory, ShownTheme
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.view import Coded, Lead, View
from ..index import Index
from .departments import Departments, departments_of
from .related import related


@dataclass(frozen=True)
class Neighbours:
    """The stories before and after a story among those of one value."""

    value: Value
    previous: Story | None
    next: Story | None


@dataclass(frozen=True, kw_only=True)
class StoryListView(View):
    """All the stories that are shown, the story of the week, and the criteria for filtering them."""

    stories: tuple[ShownStory, ...]
    now: ShownStory | None
    values: tuple[Value, ...]
    of_value: Mapping[str, tuple[ShownStory, ...]]
    kinds: tuple[Kind, ...]
    criteria: tuple[Criterion, ...]
    themes: tuple[ShownTheme, ...]
    unavailable: frozenset[str]
    departments: Departments = field(default_factory=Departments)


@dataclass(frozen=True, kw_only=True)
class StoryView(View):
    """A story, its recording, its neighbours and its related stories."""

    shown: ShownStory
    neighbours: tuple[Neighbours, ...]
    related: tuple[ShownStory, ...]
    recording: Recording | None


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view of the list of stories, and one for each story."""
    folder = shown.settings.address_folders.stories
    stories = shown.stories
    yield StoryListView(
        story_codes=tuple(shown_story.story.code for shown_story in stories),
        places=((STORY_LIST, f"{folder}/"),),
        stories=stories,
        now=shown.story_now,
        values=shown.values,
        of_value=shown.of_value,
        kinds=shown.settings.kinds,
        criteria=shown.settings.criteria,
        themes=shown.themes,
        unavailable=frozenset(story.id for story in shown.handbook.stories if story.unavailable),
        departments=departments_of(shown),
    )
    neighbours_of_value = {value.id: _between(value, shown.of_value[value.id]) for value in shown.values}
    related_stories = related([shown_story.story for shown_story in stories])
    _ROUNDS.begin()
    for shown_story in stories:
        neighbours = tuple(neighbours_of_value[value.id][shown_story.story.id] for value in shown_story.values)
        alike = tuple(shown.by_id[other.id] for other in related_stories[shown_story.story.id])
        given = (shown_story, neighbours, alike, shown.handbook.recording(shown_story.story), folder)
        yield _ROUNDS.get(shown_story.story.path, given, partial(_story, *given))


_ROUNDS = Rounds[StoryView]()


def _story(
    shown_story: ShownStory,
    neighbours: tuple[Neighbours, ...],
    alike: tuple[ShownStory, ...],
    recording: Recording | None,
    folder: str,
) -> StoryView:
    story = shown_story.story
    beside = (other for neighbour in neighbours for other in (neighbour.previous, neighbour.next) if other)
    revealed = (story, *beside, *(other.story for other in alike))
    media = tuple(dict.fromkeys((*((story.audio_path,) if story.audio else ()), *story.pictures)))
    return StoryView(
        story_codes=tuple(dict.fromkeys(other.code for other in revealed)),
        title_codes=(story.code,),
        subject=story.path,
        places=((story.path, f"{folder}/{story.id}/"),),
        media=media,
        coded=Coded(
            story.code,
            message("Story"),
            story.heading,
            (Lead(message("Read the story"), story.path),),
            (story.code,),
        ),
        shown=shown_story,
        neighbours=neighbours,
        related=alike,
        recording=recording,
    )


def _between(value: Value, stories: Sequence[ShownStory]) -> dict[str, Neighbours]:
    ordered = [shown_story.story for shown_story in stories]
    before, after = [None, *ordered][: len(ordered)], [*ordered, None][1:]
    return {
        story.id: Neighbours(value, previous, following)
        for story, previous, following in zip(ordered, before, after, strict=True)
    }
