"""The pages at the short addresses, with links to the subject of the code."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.addresses import is_code, short_address
from ...model.artifact import Artifact, Output
from ...model.view import Lead
from ...web.assets import ICON, SMALL_STYLE
from ...web.page import Page
from ..kit import Kit
from .plan import ShortView


class Link(NamedTuple):
    """A link and its words."""

    words: str
    link: str


def render(view: ShortView, kit: Kit) -> Iterator[Output]:
    """Render the page of a code. It is in no list and not in the search index."""
    page, gone = kit.web.page(short_address(view.code)), view.title is None
    content = page.fragment(
        "short_links/short.html",
        code=view.code if is_code(view.code) else "",
        kind=kit.words.tell(view.name) if view.name else "",
        title=kit.words.say("It is no longer in the handbook") if view.title is None else kit.words.tell(view.title),
        leads=[_link(lead, page, kit) for lead in view.leads],
        home=page.relative("") or "./",
        style=page.asset(SMALL_STYLE),
        icon=page.asset(ICON),
        gone=gone,
    )
    yield Artifact(f"{page.origin}index.html", content, view.story_codes)


def _link(lead: Lead, page: Page, kit: Kit) -> Link:
    address = page.relative(lead.address) if lead.address else kit.addresses.link(lead.target, page.origin)
    return Link(kit.words.tell(lead.words), address)
