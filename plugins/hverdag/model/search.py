"""The content of the search index: pages, and the words in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .message import Message


@dataclass(frozen=True, slots=True)
class SearchKind:
    """The kind of a page in search results: its id, its label for readers, and its rank: the kind that readers look for
    most is 1."""

    id: str
    order: int
    label: Message | None = None


PAGE = "page"
"""The id of the kind of all other pages."""


THEME = "theme"
"""The id of the kind of the pages of themes: search leads to them beside its results, never among them."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page's entry in the search index.

    Excerpts of `lead` and `text` around a match are shown. `about` and `more` are searched but not shown: `about` holds
    words of high weight (themes, kind), `more` of low weight (questions, codes), and on a theme's page the words that
    people look for it by. `same` are synonyms of words on the page. `values` and `themes` are ids.
    """

    kind: str
    title: str
    lead: str = ""
    text: str = ""
    about: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    workplace: str = ""
    values: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts that are searched."""
        return (self.title, self.lead, self.text, *self.about, *self.more, self.workplace)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page's entry in the search index, with its address in the site."""

    address: str
    entry: SearchEntry


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its basic form, with all its forms, and, for a compound, the words that it is made of."""

    name: str
    forms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


Lexicon = Mapping[str, Word]
"""The words of a site by their basic form. A form may belong to several: `bad` to `bad` and to `bede`."""
