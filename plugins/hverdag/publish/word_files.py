"""Files that take time to make, made anew only when what they are made from has changed."""

import gc
from collections.abc import Sequence
from pathlib import Path

from ..model.artifact import Artifact, Progress, WordFile
from .cache.store import CacheStore
from .cache.story_index import StoryIndex

GARBAGE = 10
"""Documents between two looks for garbage: python-docx leaves half a megabyte in circles for each, and a build has
turned Python's own looking off."""


def documents(
    wanted: Sequence[WordFile], cache: Path, progress: Progress = lambda *_: None, story_index: StoryIndex | None = None
) -> list[Artifact]:
    """Return each file, from the cache or made now. `story_index` notes which stories each holds."""
    shelf = CacheStore(cache / "documents", "docx")
    missing = sum(not shelf.find(made.key) for made in wanted)
    artifacts: list[Artifact] = []
    done = 0
    for made in wanted:
        found: Path | bytes | None = shelf.find(made.key)
        if not found:
            content = made.make()
            kept = shelf.put(made.key, content)
            found = story_index.kept(kept, content, made.story_codes) if story_index else kept or content
            done += 1
            if done % GARBAGE == 0:
                gc.collect(0)
            progress(done, missing)
        artifacts.append(Artifact(made.path, found, made.story_codes))
    return artifacts
