"""What was worked out in earlier runs, by keys that say all that it was worked out from: one file of the cache for each
publication and stage.

Each line of a file is a key and a value as JSON, which is read only when it is asked for; the last line is the digest
of all others, by which the file is believed. It holds no more than the last run has used, and is deleted as a whole
with any story that it tells of.
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
    """The values of one stage of one publication, as JSON has them, by keys without spaces. What is asked for or added
    is kept by `save`."""

    def __init__(self, cache: Path, publication: Path, stage: str) -> None:
        self._cache = cache
        name = hashlib.sha256(f"{publication.absolute()}\0{stage}".encode("utf-8", "surrogateescape")).hexdigest()
        self._path = cache / FOLDER / name[:2] / f"{name}.0.json"
        self._known = dict(_read(self._path))
        self._used: dict[str, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of an earlier run."""
        return not self._known

    def __getitem__(self, key: str) -> Any:
        if key not in self._used:
            self._used[key] = self._known[key]
        return json.loads(self._used[key].decode("utf-8", "surrogatepass"))

    def __setitem__(self, key: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._used[key] = text.encode("utf-8", "surrogatepass")

    def __delitem__(self, key: str) -> None:
        del self._used[key]

    def __contains__(self, key: object) -> bool:
        if key in self._known:
            self._used.setdefault(str(key), self._known[str(key)])
        return key in self._used

    def __iter__(self) -> Iterator[str]:
        return iter(self._used)

    def __len__(self) -> int:
        return len(self._used)

    def save(self, index: StoryIndex, codes: Iterable[str]) -> None:
        """Keep what was used, if it is not what was known. `codes` are those of the stories that it tells of: where
        `index` cannot record them, nothing is kept."""
        if self._used == self._known:
            with suppress(OSError):
                if time.time() - self._path.stat().st_mtime > SECONDS_A_DAY:
                    os.utime(self._path)
            return
        content = bytearray()
        for key, text in self._used.items():
            content += b"%s %s\n" % (key.encode("utf-8"), text)
        content += _digest(content)
        if index.record(self._path, codes):
            keep(self._cache, self._path, content)
        _sweep(self._cache / FOLDER)


def _read(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the keys and values in a file; nothing if it is not as it was written."""
    with suppress(OSError, ValueError):
        *lines, digest = path.read_bytes().splitlines(keepends=True)
        if digest == _digest(b"".join(lines)):
            for line in lines:
                key, _, value = line.partition(b" ")
                yield key.decode("utf-8"), value[:-1]


def _digest(content: bytes | bytearray) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _sweep(folder: Path) -> None:
    """Delete the files of publications that nobody has built for a long time."""
    for path in folder.glob("*/*.json"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DAYS * SECONDS_A_DAY:
                path.unlink()
