"""Files that take time to make, made anew only when what they are made from has changed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ..model.artifact import Artifact, Made
from .keep import Shelf

Progress = Callable[[int, int], None]


def documents(wanted: Sequence[Made], cache: Path, progress: Progress = lambda *_: None) -> list[Artifact]:
    """Return each file, from the cache or made now."""
    shelf = Shelf(cache / "documents", "docx")
    missing = sum(not shelf.find(made.key) for made in wanted)
    artifacts: list[Artifact] = []
    done = 0
    for made in wanted:
        found: Path | bytes | None = shelf.find(made.key)
        if not found:
            content = made.make()
            found = shelf.put(made.key, content) or content
            done += 1
            progress(done, missing)
        artifacts.append(Artifact(made.path, found))
    return artifacts
