"""What takes time to make is kept between builds, in files named by everything that it was made from."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import platformdirs

DAYS = 60
"""What no build has asked for in so long is thrown out."""

_DAY = 24 * 60 * 60


def cache_folder() -> Path:
    """Return where things are kept between builds: HVERDAG_CACHE, or the user's own cache."""
    return Path(os.environ.get("HVERDAG_CACHE") or platformdirs.user_cache_dir("hverdag"))


def keep(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all. Returns whether it was written; where the cache cannot be, work goes on."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as written:
            written.write(content)
        Path(written.name).replace(path)
    except OSError:
        return False
    return True


def is_kept(path: Path) -> bool:
    """Whether a file is in the cache. That someone asked for it is noted in its time, once a day."""
    try:
        held = path.stat()
    except OSError:
        return False
    if held.st_size and time.time() - held.st_mtime > _DAY:
        with suppress(OSError):
            os.utime(path)
    return held.st_size > 0


def tidy(folder: Path) -> None:
    """Throw out what no build has asked for in DAYS days."""
    oldest = time.time() - DAYS * _DAY
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()
