"""The macros that show facts on hand-written pages."""

from markupsafe import Markup

from ...web.page import Page
from ..kit import Kit, Views
from ..unknown_name import UnknownNameError


def fact(_: Views, __: Page, kit: Kit, id: str) -> Markup:
    """Return one fact, for use in a sentence. Punctuation is written as entities, since the page is then parsed as
    Markdown."""
    known = {fact.id: fact.text for fact in kit.settings.facts}
    if id not in known:
        raise UnknownNameError(id, {fact.id: (fact.name,) for fact in kit.settings.facts})
    letters = (letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in known[id])
    return Markup("".join(letters))  # noqa: S704 nothing but letters, spaces and entities


def facts(_: Views, page: Page, __: Kit) -> Markup:
    """Return all facts."""
    return page.fragment("facts/facts.html")
