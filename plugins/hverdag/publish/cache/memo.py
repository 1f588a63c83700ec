"""What was worked out in earlier runs, by keys that say all that it was worked out from: one JSON file of the cache for
each publication and stage.

A file is believed by the digest of its content, which is its first line. It holds no more than the last run has used,
and is deleted as a whole with any story that it tells of.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from .store import DAYS, SECONDS_A_DAY, keep
from .story_index import StoryIndex

FOLDER = "memo"


class Memo(MutableMapping[str, Any]):
    """The values of one stage of one publication, as JSON has them. What is asked for or added is kept by `save`."""

    def __init__(self, cache: Path, publication: Path, stage: str) -> None:
        self._cache = cache
        name = hashlib.sha256(f"{publication.absolute()}\0{stage}".encode("utf-8", "surrogateescape")).hexdigest()
        self._path = cache / FOLDER / name[:2] / f"{name}.0.json"
        self._known = _read(self._path)
        self._used: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._used:
            self._used[key] = self._known[key]
        return self._used[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._used[key] = value

    def __delitem__(self, key: str) -> None:
        del self._used[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._used)

    def __len__(self) -> int:
        return len(self._used)

    def save(self, index: StoryIndex, codes: Iterable[str]) -> None:
        """Keep what was used, if it is not what was known. `codes` are those of the stories that it tells of: where
        `index` cannot record them, nothing is kept."""
        if self._used.keys() == self._known.keys():
            with suppress(OSError):
                if time.time() - self._path.stat().st_mtime > SECONDS_A_DAY:
                    os.utime(self._path)
            return
        text = json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        if index.record(self._path, codes):
            keep(self._cache, self._path, _digest(text) + b"\n" + text)
        _sweep(self._cache / FOLDER)


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        digest, _, text = path.read_bytes().partition(b"\n")
        values = json.loads(text.decode("utf-8", "surrogatepass")) if digest == _digest(text) else {}
        return values if isinstance(values, dict) else {}
    return {}


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _sweep(folder: Path) -> None:
    """Delete the files of publications that nobody has built for a long time."""
    for path in folder.glob("*/*.json"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DAYS * SECONDS_A_DAY:
                path.unlink()
