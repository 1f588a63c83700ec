"""Files that take time to make, made anew only when what they are made from has changed."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from ..model.artifact import Artifact, Made
from .keep import is_kept, keep, tidy

Progress = Callable[[int, int], None]


def documents(wanted: Sequence[Made], cache: Path, progress: Progress = lambda *_: None) -> list[Artifact]:
    """Return each file, from the cache or made now."""
    artifacts: list[Artifact] = []
    kept = {made.path: cache / "documents" / hashlib.sha256(made.key.encode()).hexdigest() for made in wanted}
    missing = [made for made in wanted if not is_kept(kept[made.path])]
    for done, made in enumerate(missing, 1):
        content = made.make()
        if not keep(kept[made.path], content):
            artifacts.append(Artifact(made.path, content))
            del kept[made.path]
        progress(done, len(missing))
    if missing:
        tidy(cache / "documents")
    return [*artifacts, *(Artifact(path, held) for path, held in kept.items())]
