"""What may be named in the files of workplaces: of stories, only those that are published, sound, and allowed on
paper."""

from collections.abc import Iterator, Mapping
from datetime import date

from ..features.uptake import tools_of
from ..model.texts.consent import Channel
from ..model.texts.story import Story
from ..model.uptake.tools import Tool
from ..pipeline.consent_gate import allowed
from ..pipeline.read import ReadPublication


def tools_to_name(publication: ReadPublication, today: date) -> Mapping[str, Tool]:
    """Return the tools that may be named on paper, by code in lower case."""
    handbook = allowed(publication.handbook, today, publication.settings.reach)
    faulty = {problem.source.path for problem in publication.errors}
    return tools_of(handbook.with_documents(Story, _nameable(handbook.stories, faulty)))


def _nameable(stories: tuple[Story, ...], faulty: set[str]) -> Iterator[Story]:
    for story in stories:
        is_sound = story.path not in faulty and not story.unavailable
        if is_sound and story.is_published and story.allows(Channel.PRINT):
            yield story
