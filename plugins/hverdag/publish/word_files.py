"""Word files, made again only when their inputs have changed."""

import gc
from collections.abc import Sequence
from pathlib import Path

from ..model.artifact import Artifact, Progress, WordFile
from ..model.message import message
from .cache.store import CacheStore
from .cache.story_index import StoryIndex, recorder

GARBAGE = 10
"""Documents between two garbage collections: python-docx leaves half a megabyte in reference cycles for each, and a
build turns automatic collection off."""


def documents(
    wanted: Sequence[WordFile], cache: Path, progress: Progress = lambda *_: None, story_index: StoryIndex | None = None
) -> list[Artifact]:
    """Return each file, from the cache or made now. `story_index` records which stories each cached file holds."""
    store = CacheStore(cache / "documents", "docx")
    contents: dict[str, Path | bytes] = {
        word_file.path: path for word_file in wanted if (path := store.find(word_file.key))
    }
    missing = [word_file for word_file in wanted if word_file.path not in contents]
    if story_index:
        found = ((contents.get(word_file.path), word_file.story_codes) for word_file in wanted)
        story_index.record_all((path, codes) for path, codes in found if isinstance(path, Path))
    for count, word_file in enumerate(missing, 1):
        docx_bytes = word_file.make()
        record = recorder(story_index, word_file.story_codes)
        contents[word_file.path] = store.put(word_file.key, docx_bytes, record) or docx_bytes
        if count % GARBAGE == 0:
            gc.collect(0)
        progress(count, len(missing), message("Word files"))
    return [Artifact(word_file.path, contents[word_file.path], word_file.story_codes) for word_file in wanted]
