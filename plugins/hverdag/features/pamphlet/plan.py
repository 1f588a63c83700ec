"""Handbook to the pamphlet, with the choice of its stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Printable, Product
from ...model.shown import Shown
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.view import View
from ...paper.print_job import printed_code
from ..index import Index
from .model import Pamphlet, PamphletSection
from .printed import GROUP, NAMES, VARIANTS

PAMPHLET_STORIES = 3
"""The number of stories in the pamphlet, unless the settings name more."""


@dataclass(frozen=True, kw_only=True)
class PamphletView(View):
    """The content of the pamphlet, and its code. Each story comes with its values."""

    code: str
    section: Pamphlet
    values: tuple[Value, ...]
    stories: tuple[tuple[Story, tuple[Value, ...]], ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the view of the pamphlet, unless the settings leave it out."""
    settings = shown.settings
    if not shown.values or GROUP.id not in settings.printed:
        return
    name, title = NAMES[settings.language], message("The pamphlet")
    printable = Printable(name, title, Product(GROUP.id, title), GROUP, VARIANTS)
    section = settings.of(PamphletSection).pamphlet
    stories = chosen(section.stories, shown.to_print)
    yield PamphletView(
        story_codes=tuple(story.code for story in stories),
        coded=printed_code(name, printable, settings),
        printable=printable,
        code=name,
        section=section,
        values=shown.values,
        stories=tuple((story, shown.by_id[story.id].values) for story in stories),
    )


def chosen(wanted: Sequence[str], stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return the pamphlet's stories: those in `wanted`, by id, then others up to PAMPHLET_STORIES, preferring those
    whose chief value no chosen story has."""
    by_id = {story.id: story for story in stories}
    selected = {id: by_id[id] for id in wanted if id in by_id}
    for new_value_only in (True, False):
        for story in stories:
            if len(selected) >= PAMPHLET_STORIES:
                break
            values = {other.values[0] for other in selected.values()}
            if story.id not in selected and not (new_value_only and story.values[0] in values):
                selected[story.id] = story
    return tuple(selected.values())
