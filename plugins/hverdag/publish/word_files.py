"""Word files, made again only when their inputs have changed."""

import gc
from collections.abc import Sequence
from pathlib import Path

from ..model.artifact import Artifact, Progress, WordFile
from .cache.store import CacheStore
from .cache.story_index import StoryIndex

GARBAGE = 10
"""Documents between two garbage collections: python-docx leaves half a megabyte in reference cycles for each, and a
build turns automatic collection off."""


def documents(
    wanted: Sequence[WordFile], cache: Path, progress: Progress = lambda *_: None, story_index: StoryIndex | None = None
) -> list[Artifact]:
    """Return each file, from the cache or made now. `story_index` records which stories each cached file holds."""
    store = CacheStore(cache / "documents", "docx")
    missing = sum(not store.find(word_file.key) for word_file in wanted)
    artifacts: list[Artifact] = []
    count = 0
    for word_file in wanted:
        content: Path | bytes | None = store.find(word_file.key)
        if not content:
            docx_bytes = word_file.make()
            cached_path = store.put(word_file.key, docx_bytes)
            content = (
                story_index.kept(cached_path, docx_bytes, word_file.story_codes)
                if story_index
                else cached_path or docx_bytes
            )
            count += 1
            if count % GARBAGE == 0:
                gc.collect(0)
            progress(count, missing)
        artifacts.append(Artifact(word_file.path, content, word_file.story_codes))
    return artifacts
