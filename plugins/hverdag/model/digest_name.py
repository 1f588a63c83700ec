"""File names with a digest of the file's content: `hverdag.css` is published as `hverdag.gtmbdpbcks.css`.

A browser that was told nothing else keeps a file by its address for days, and asks for it no more. What has another
content has another address, so nobody meets yesterday's. A digest has no digits: beside those of a name they would be
read as one number, or be one.
"""

import hashlib
import re
from pathlib import PurePosixPath

LENGTH = 10
"""How many letters of the digest stand in a name."""
LETTERS = "bcdfghjklmnprstv"
"""One for each hexadecimal digit; no word is made of them."""

_AS_LETTERS = str.maketrans("0123456789abcdef", LETTERS)
# An earlier program wrote hexadecimal digits: a site of its may be live.
_NAME = re.compile(rf"(?P<stem>.+)\.(?P<digest>[{LETTERS}]{{{LENGTH}}}|[0-9a-f]{{{LENGTH}}})(?P<suffix>\.[a-z]+)")


def with_digest(path: str, content: str | bytes) -> str:
    """Return a path with a digest of the file's content in its name."""
    name = PurePosixPath(path)
    return str(name.with_name(f"{name.stem}.{digest(content)}{name.suffix}"))


def without_digest(path: str) -> str:
    """Return the path that `with_digest` was given; another path is returned unchanged."""
    found = _NAME.fullmatch(path)
    return f"{found['stem']}{found['suffix']}" if found else path


def is_named_by(path: str, content: bytes) -> bool:
    """Return True if a path holds the digest of this content."""
    found = _NAME.fullmatch(path)
    return found is not None and found["digest"] == digest(content)


def digest(content: str | bytes, length: int = LENGTH) -> str:
    """Return so many letters that tell a content from all others."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()[:length].translate(_AS_LETTERS)
