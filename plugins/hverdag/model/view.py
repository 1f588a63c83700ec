"""Views: the content of one page or one printable, planned and not yet rendered."""

from dataclasses import dataclass
from typing import ClassVar

from .artifact import StoryCodes
from .message import Message, Words
from .printable import Printable

NO_STORIES: StoryCodes = ()
"""The story codes of a view that reveals no story."""


@dataclass(frozen=True)
class Lead:
    """A link on the page of a short address: its words, and a target, or the address of a file under print/."""

    words: Words
    target: str = ""
    address: str = ""


@dataclass(frozen=True)
class Coded:
    """The meaning of a code on paper: the kind and the title of its subject, and the links on its page."""

    code: str
    kind: Message
    title: Words
    leads: tuple[Lead, ...]
    story_codes: StoryCodes
    is_printed: bool = False


@dataclass(frozen=True, kw_only=True)
class View:
    """The content of one or more outputs. It is immutable and complete: its renderer sees neither handbook nor site.

    `story_codes` names every story that it reveals, even by a title only; the consent gate verifies that.
    `places` are pairs: a target that texts and templates link to, and its address on a server. `subject` is the path of
    the document it is about, and `media` are the paths of the pictures and recordings that it shows. `title_codes` are
    the stories that its title reveals: every page that links to it reveals them too.
    """

    kind: ClassVar[str] = "page"

    story_codes: StoryCodes
    subject: str = ""
    places: tuple[tuple[str, str], ...] = ()
    media: tuple[str, ...] = ()
    title_codes: StoryCodes = ()
    coded: Coded | None = None
    printable: Printable | None = None

    @property
    def target(self) -> str:
        """The target of its page: the first of its places."""
        return self.places[0][0]
