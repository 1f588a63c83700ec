"""The version of the detectors, part of the key of cached results: with a new version, everything is searched again."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from importlib.resources import files

ROOMS = ("hverdag.privacy.scan", "hverdag.privacy", "hverdag.verify")
READERS = ("pillow", "pypdfium2", "python-stdnum", "tinytag")
"""The programs that read files, and that know what a personal number is."""


@cache
def edition() -> str:
    """Return a hex digest of all that decides what is found: source files, and the versions of programs."""
    programs = (sys.version, *(f"{name} {version(name)}" for name in READERS))
    digest = hashlib.sha256("\n".join(programs).encode())
    for room in ROOMS:
        for part in sorted(files(room).iterdir(), key=lambda entry: entry.name):
            if part.is_file():
                digest.update(part.read_bytes())
    return digest.hexdigest()
