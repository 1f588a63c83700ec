"""The page with the year's status."""

from ...model.addresses import printed_address
from ...model.artifact import WebPage
from ...model.search import PAGE, SearchEntry
from ...web.history import history
from ..kit import Kit
from .plan import StatusView
from .printed import TITLE
from .status_words import StatusWords, counted_on

IN_SHORT, COUNTED = "in-short", "counted"
"""The anchors of the sections around the parts."""


def page(view: StatusView, told: StatusWords, kit: Kit) -> WebPage:
    """Return the page. The anchor of each part is its id."""
    words, toolkit = kit.words, kit.page(view)
    title = words.tell(TITLE)
    printed = ""
    if view.printable:
        address = printed_address(view.printable, view.printable.variants[0], kit.settings)
        printed = toolkit.relative(address)
    content = toolkit.fragment(
        "status/status.html",
        title=title,
        told=told,
        counted_on=counted_on(kit.settings, view.today, words),
        printed=printed,
        style=toolkit.asset("status.css"),
        history=lambda figure: history(toolkit, figure),
    )
    ids = (*(part.id for part in told.parts), *(one.anchor for one in told.sources if one.anchor))
    anchors = frozenset((IN_SHORT, *ids, COUNTED))
    about = (words.say("How far are we, how do we know, goals, numbers, evaluation"),)
    titles = tuple(part.title for part in told.parts)
    entry = SearchEntry(PAGE, title, told.answer, about=about, more=titles)
    return WebPage(toolkit.origin, title, content, told.answer, view.subject, anchors, entry)
