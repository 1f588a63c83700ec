"""Deletes what is kept of stories that nobody may see any longer."""

from datetime import date

from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..vcs.nodded_texts import NoddedTexts
from .read import ReadPublication


def forget_gone(publication: ReadPublication, today: date) -> StoryIndex:
    """Delete what is kept of stories that nobody may see any longer, in the cache and beside the publication, and
    return the cache's list of stories. What another language still tells of stays: its files are the same."""
    index = StoryIndex(cache_folder(), publication.settings.organisation)
    gone = frozenset(publication.handbook.gone(today)) - publication.kept_elsewhere
    index.forget(sorted(gone))
    NoddedTexts(publication.root).forget(gone, {story.code for story in publication.every_story})
    return index
