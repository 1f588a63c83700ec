"""Themes: what stories are about, as readers look for it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from .declared import Declared, Text, declared
from .digest_name import digest
from .slug import RESERVED, slug
from .suggest import AND

MOST_IN_A_NAME = 60
"""The most characters of the id in a theme's address."""


class Theme(Declared):
    """What several stories are about, with the words that people look for it by."""

    id: Text = declared(
        "Id", "A short name that does not change; the address of its page is made of it.", required=True
    )
    name: Text = declared("Name", "What readers see, and what stories write under `themes`.", required=True, most=40)
    about: Text = declared("About", "One sentence that says what the stories have in common.", required=True, most=160)
    words: tuple[Text, ...] = declared(
        "Words",
        "What people also type or say for it: other names, everyday phrases. Stories may write them too.",
        default=(),
    )
    near: tuple[Text, ...] = declared(
        "Near", "The ids of themes that readers are led to as long as no story is about this one.", default=()
    )

    @property
    def other_names(self) -> tuple[str, ...]:
        """What else it is called: each half of a name such as `Sorg og afsked`, and its words."""
        halves = [half for half in AND.split(self.name) if half != self.name]
        return tuple(dict.fromkeys((*halves, *self.words)))

    @property
    def target(self) -> str:
        """The target of links to its page, whatever its address is."""
        return f"themes/{self.id}"

    @property
    def address_name(self) -> str:
        """The last part of its address: a slug, since an id may contain any characters. What is no slug has two hyphens
        in a row, which no slug has, so it is never the address of another theme."""
        plain = slug(self.id)
        if not plain or len(plain) > MOST_IN_A_NAME:
            letters = digest(theme_key(self.id).encode("utf-8", "surrogatepass"))
            return f"{plain[:MOST_IN_A_NAME].strip('-') or 'emne'}--{letters}"
        return f"{plain}--1" if RESERVED.fullmatch(plain) or plain == "index" else plain


@lru_cache(maxsize=4096)  # a publication has some dozens of themes, and each is written in many stories
def theme_key(text: str) -> str:
    """Return what a theme is known by, however it is typed: `Across Teams` and `across-teams` are one theme."""
    return slug(text) or " ".join(text.casefold().split())


def by_key(themes: Iterable[Theme]) -> Mapping[str, Theme]:
    """Return the themes by all keys that stories may write: ids and names come before words, and earlier themes before
    later ones."""
    known = [theme for theme in themes if theme.id]
    names = {theme_key(text): theme for theme in reversed(known) for text in (theme.name, theme.id)}
    words = {theme_key(word): theme for theme in reversed(known) for word in reversed(theme.other_names)}
    return {**words, **names}
