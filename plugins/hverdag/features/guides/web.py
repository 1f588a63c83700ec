"""The pages of guides, and the parts of other pages that link to them."""

from typing import Any

from markupsafe import Markup

from ...model.artifact import WebPage
from ...model.minutes import minute_of_day
from ...model.uptake.slip import sheet_address
from ...paper.runs import whole
from ...paper.slip import slip
from ...web.assets import COPY
from ...web.html_text import WebText
from ...web.page import Page
from ..kit import Kit, Views, only
from ..unknown_name import UnknownNameError
from .invitation import invitation
from .labels import script_labels
from .model import Guide, source
from .plan import GuideListView, GuidesView, GuideView, TalkView
from .titles import guide_title

GUIDE_SCRIPTS = ("plan.js", "meeting-clock.js", "meeting-screens.js", "meeting.js", "guide.js")
"""The scripts that only the pages of guides load."""

STORY_LEVELS = 2
"""Levels that the headings of a story are moved down on a guide."""


def guide_page(view: GuideView, kit: Kit) -> WebPage:
    """Return the page of a guide."""
    guide, page = view.guide, kit.page(view)
    title = guide_title(guide, kit.words)
    page.tell(guide.path)
    text = story_text(page)
    data: dict[str, Any] = {
        "guide": guide,
        "title": title,
        "told": [(shown, text.html(shown.story.body)) for shown in view.told],
        "guide_words": script_labels(kit.words),
        "invitation": invitation(guide, kit.words),
        "scripts": [page.asset(script) for script in (*GUIDE_SCRIPTS, "invitation.js", COPY)],
        **on_paper(guide, kit),
        "slip": receipt_slip(page, kit, guide.code) if view.has_slip else None,
    }
    content = page.fragment("guides/guide.html", **data)
    anchors = frozenset(text.anchors)
    return WebPage(page.origin, title, content, guide.method.purpose, source(guide), anchors)


def list_page(view: GuideListView, kit: Kit) -> WebPage:
    """Return the page that leads to all guides."""
    page = kit.page(view)
    content = page.fragment("guides/list.html", chooser=_chooser(view.talk, page), methods=view.methods)
    return WebPage(page.origin, kit.words.say("Hold a talk"), content)


def on_paper(guide: Guide, kit: Kit) -> dict[str, Any]:
    """Return what a guide's page shows only where it is printed: where it is found, and when the meeting begins."""
    address, start = kit.paper.address(guide.code), minute_of_day(guide.method.start)
    return {
        "qr": Markup(address["qr"]),  # noqa: S704 drawn by segno, of an address
        "found": {
            "short_address": whole(address["short_address"]),
            "network": whole(kit.paper.network()),
            "imprint": whole(kit.paper.imprint(address["known"])),
        },
        "starts": kit.words.clock(start or 0) if guide.method.start else "",
    }


def receipt_slip(page: Page, kit: Kit, code: str = "") -> dict[str, Any]:
    """Return what the receipt of a guide's page shows; without a code, that of a guide that is put together."""
    own, sheet = slip(kit.paper, code), sheet_address(kit.settings)
    return {
        **own,
        "words": {name: whole(str(words)) for name, words in own["words"].items()},
        "hand_in": whole(own["hand_in"]),
        "qr": Markup(own["qr"]),  # noqa: S704 drawn by segno, of an address
        "sheet": page.relative(sheet) if sheet else "",
    }


def story_text(page: Page) -> WebText:
    """Return the renderer for the text of a story inside a guide."""
    text = page.text()
    text.deeper = STORY_LEVELS
    return text


def talks_section(view: GuidesView, page: Page, _: Kit) -> Markup:
    """Return the section with the guides of a story or a value, for its page."""
    return page.fragment("guides/talks.html", guides=view.guides)


def ready(view: GuidesView, page: Page, _: Kit) -> Markup:
    """Return the section with the ready guides of a method and a link to the composer, for its page."""
    return page.fragment("guides/ready.html", view=view)


def talk(views: Views, page: Page, _: Kit, method: str = "") -> Markup:
    """Return a chooser of stories, with the guide of the chosen one by a method, which is the first unless named.
    If there is no guide, return what to talk about instead."""
    return _chooser(only(views, TalkView), page, method)


def _chooser(view: TalkView | None, page: Page, method: str = "") -> Markup:
    known = view.guides if view else {}
    if view and method in view.whole and not known.get(method):
        return page.fragment("guides/talk_whole.html", guide=view.whole[method])
    if method and method not in known:
        whole = {id: (guide,) for id, guide in view.whole.items()} if view else {}
        titles = {id: tuple(guide.method.title for guide in guides[:1]) for id, guides in {**whole, **known}.items()}
        raise UnknownNameError(method, titles)
    guides = known[method] if method else next(iter(known.values()), ())
    if not guides or view is None:
        return page.fragment("guides/none.html", values=view.values if view else ())
    suggested = next((guide for guide in guides if guide.subject.id == view.now), guides[0])
    return page.fragment("guides/talk.html", talk_guides=guides, suggested=suggested, script=page.asset("talk.js"))
