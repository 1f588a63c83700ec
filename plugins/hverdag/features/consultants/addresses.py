"""The addresses of the page of the value consultants, and of the calendar of their courses."""

from collections.abc import Iterator, Mapping

from ...model.handbook import Handbook
from ...model.language import Language
from ...model.settings import Settings
from ...model.uptake.courses import PATH, Offer, courses_of
from ..claim import Claim

ANCHORS = ("ask", "coming", "held", "offers", "who")
"""The ids of the parts of the page."""

CONSULTANTS = "consultants/"
"""The target of the page."""

_PAGES: Mapping[Language, str] = {Language.DANISH: "vaerdikonsulenter/", Language.ENGLISH: "value-consultants/"}
_CALENDARS: Mapping[Language, str] = {Language.DANISH: "forloeb.ics", Language.ENGLISH: "courses.ics"}
"""Calendars subscribe to these addresses, so they never change."""


def page_address(settings: Settings) -> str:
    """Return the address of the page."""
    return _PAGES[settings.language]


def calendar_address(settings: Settings) -> str:
    """Return the address of the calendar, the same on a server and on a USB stick."""
    return f"{page_address(settings)}{_CALENDARS[settings.language]}"


def anchor(offer: Offer) -> str:
    """Return the id of an offer's heading on the page, which is its code."""
    return offer.code.casefold()


def has_page(handbook: Handbook) -> bool:
    """Return True if there is something to offer, or someone who offers it."""
    file = courses_of(handbook)
    return bool(file.offer_by_id or file.consultant_by_id)


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of the page, where the publication has one."""
    if has_page(handbook):
        yield Claim(PATH, page_address(handbook.settings))
