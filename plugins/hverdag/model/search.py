"""What search knows of the site: its pages, and the words in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PageKind(StrEnum):
    """What a page is, as search ranks and names it."""

    STORY = "story"
    VALUE = "value"
    METHOD = "method"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search finds a page by.

    `lead` and `text` are shown in parts around what was found. `about` and `more` are only looked in: the first for
    what says much of the page (themes, kind), the second for what says less (questions, codes). `same` are synonyms
    of what the page says. `values` are ids.
    """

    kind: PageKind
    title: str
    lead: str = ""
    text: str = ""
    about: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    workplace: str = ""
    values: tuple[str, ...] = ()
    same: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is looked in."""
        return (self.title, self.lead, self.text, *self.about, *self.more, self.workplace)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page and its address in the site, as search leads to it."""

    address: str
    entry: SearchEntry


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its basic form: all its other forms, and, for a compound, the words that it is made of."""

    name: str
    forms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


Lexicon = Mapping[str, Word]
"""The words of a site by their basic form. A form may belong to several: `bad` is of `bad` and of `bede`."""
