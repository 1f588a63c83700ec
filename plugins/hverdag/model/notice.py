"""A page that replaces a text that may not be shown."""

from typing import NamedTuple

from .texts.consent import Unavailable


class Notice(NamedTuple):
    """A page that only says that a text is not here: its address on a server, the reason, and the target of links to
    it."""

    address: str
    reason: Unavailable
    target: str = ""
