"""Which edition of the detectors looked something over: with another, everything is looked into again."""

import hashlib
from functools import cache
from importlib.resources import files

ROOMS = ("hverdag.privacy.scan", "hverdag.privacy", "hverdag.verify")


@cache
def edition() -> str:
    """Return a digest of everything that decides what is found."""
    digest = hashlib.sha256()
    for room in ROOMS:
        for part in sorted(files(room).iterdir(), key=lambda one: one.name):
            if part.is_file():
                digest.update(part.read_bytes())
    return digest.hexdigest()
