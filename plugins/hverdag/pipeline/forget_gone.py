"""Deletes what is kept of stories that nobody may see any longer."""

from datetime import date

from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..vcs.nodded_texts import NoddedTexts
from .read import ReadPublication


def forget_gone(publication: ReadPublication, today: date) -> StoryIndex:
    """Delete what is kept of stories that nobody may see any longer, in the cache and beside the publication, and
    return the cache's list of stories."""
    index, gone = StoryIndex(cache_folder(), publication.settings.organisation), publication.handbook.gone(today)
    index.forget(gone)
    NoddedTexts(publication.root).forget(gone, {story.code for story in publication.handbook.stories})
    return index
