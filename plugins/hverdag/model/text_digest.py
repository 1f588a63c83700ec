"""The digest of the text that a document was read from, for as long as the document lives.

A document is what was read from its text, and nothing else: so the digest stands for all of it. One that was changed
since is another object, which has none.
"""

from hashlib import sha256

from .declared import Placed
from .once import Notes

_DIGESTS = Notes[Placed, str]()


def note_text(placed: Placed, text: str) -> None:
    """Note that a document or a data file was read from a text, and from nothing else but its path."""
    decides = f"{type(placed).__qualname__}\0{placed.path}\0{text}"
    _DIGESTS.note(placed, sha256(decides.encode("utf-8", "surrogatepass")).hexdigest())


def text_digest(placed: Placed) -> str:
    """Return the digest of the text, path and kind of what was read; an empty string if nobody knows."""
    known = _DIGESTS.get(placed)
    return known[0] if known else ""
