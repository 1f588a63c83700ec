"""Handbook to the pages of values, with the stories that carry each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.message import message
from ...model.shown import Shown, ShownStory
from ...model.texts.value import Value
from ...model.view import NO_STORIES, Coded, Lead, View
from ..index import Index

VALUE_LIST = "values/"
"""The target of the page that lists the values."""


@dataclass(frozen=True, kw_only=True)
class ValueListView(View):
    """All the values."""

    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True)
class ValueView(View):
    """A value, the number of all values, and the stories that carry it; those whose chief value it is come first."""

    value: Value
    total: int
    stories: tuple[ShownStory, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view of the list of values, and one for each value."""
    folders, values = shown.settings.address_folders, shown.values
    yield ValueListView(story_codes=NO_STORIES, places=((VALUE_LIST, f"{folders.values}/"),), values=values)
    for value in values:
        stories = shown.of_value[value.id]
        yield ValueView(
            story_codes=tuple(shown_story.story.code for shown_story in stories),
            subject=value.path,
            places=((value.path, f"{folders.values}/{value.id}/"),),
            media=value.pictures,
            coded=Coded(
                value.code,
                message("Value"),
                value.heading,
                (Lead(message("Read about the value"), value.path),),
                NO_STORIES,
            ),
            value=value,
            total=len(values),
            stories=stories,
        )
