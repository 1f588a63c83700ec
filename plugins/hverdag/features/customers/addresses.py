"""The addresses of the page, and the names of what is printed. They do not change with what those served are called."""

from collections.abc import Iterator

from ...model.handbook import Handbook
from ...model.language import Language
from ...model.settings import Settings
from ...model.uptake.customers import PATH, customers_of
from ..claim import Claim

ANCHORS = ("how", "answers", "said")

TARGET = "customers/"
"""The target of the page."""
METHOD = ("tal-om-maalingen", "talk-about-the-survey")
"""The method for talking about the answers with the staff, in each language; a publication may have it or not."""

_PAGE = {Language.DANISH: "brugernes-ord/", Language.ENGLISH: "their-words/"}
SLIP = {Language.DANISH: "seddel", Language.ENGLISH: "slip"}
TALLY = {Language.DANISH: "optaelling", Language.ENGLISH: "tally"}
POSTER = {Language.DANISH: "plakat-i-sagde-vi-gjorde", Language.ENGLISH: "poster-you-said-we-did"}
BLANK = {Language.DANISH: "plakat-i-sagde-vi-gjorde-tom", Language.ENGLISH: "poster-you-said-we-did-blank"}
UNITS = {Language.DANISH: "maalinger", Language.ENGLISH: "measurements"}
"""The folder in private/built with a file for each workplace."""


def page_address(settings: Settings) -> str:
    """Return the address of the page."""
    return _PAGE[settings.language]


def is_used(handbook: Handbook) -> bool:
    """Return True if a publication asks those it serves, or says what it did about what they said."""
    file = customers_of(handbook)
    return bool(file.measurements or file.said)


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of the page, if there is one."""
    if is_used(handbook):
        yield Claim(PATH, page_address(handbook.settings))
