"""What leads from a page to the same page in another language."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from ..locale import catalogue
from ..model.artifact import relative
from ..model.language import Language
from ..model.message import Message, message

_READ: Mapping[Language, Message] = {
    Language.DANISH: message("Read this in Danish"),
    Language.ENGLISH: message("Read this in English"),
}
_NAMES: Mapping[Language, Message] = {Language.DANISH: message("In Danish"), Language.ENGLISH: message("In English")}


class Elsewhere(NamedTuple):
    """A page in another language: the language, and its address as seen from the front page of this one's site, which
    may begin with `../`."""

    language: Language
    address: str


def language_links(origin: str, pages: Iterable[Elsewhere], home: str) -> str:
    """Return the HTML that leads from the page at address `origin` to the same page in other languages, each in its own
    words; an empty string if there are none. `home` is the folder that this site itself lies in, with a slash."""
    found = "".join(_link(origin, page, home) for page in pages)
    return f'<p class="hv-languages">{found}</p>' if found else ""


def _link(origin: str, page: Elsewhere, home: str) -> str:
    language, address = page
    outside = address.startswith("../")
    link = relative(address.removeprefix("../"), f"{home}{origin}") if outside else relative(address, origin)
    words = escape(_said(_READ[language], language))
    return f'<a href="{escape(link)}" lang="{language.tag}" hreflang="{language.tag}">{words}</a>'


def language_name(language: Language) -> str:
    """Return what a link to the front page in another language says, in that language."""
    return _said(_NAMES[language], language)


def _said(words: Message, language: Language) -> str:
    return catalogue(language.value).tell(words)
