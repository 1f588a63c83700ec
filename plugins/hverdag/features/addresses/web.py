"""The pages and files at former addresses."""

from collections.abc import Iterator

from ...model.artifact import Artifact, CopiedFile, Output, WebPage
from ...model.build_target import BuildTarget
from ...model.view import View
from ...web.assets import ICON, SMALL_STYLE
from ..kit import Kit
from .plan import CopyView, GoneView, PointerView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a notice, a pointer or a copy. None of them is in the search index."""
    if isinstance(view, GoneView):
        page, title = kit.page(view), kit.words.say("It is no longer in the handbook")
        yield WebPage(page.origin, title, page.fragment("addresses/gone.html", title=title))
    elif isinstance(view, PointerView):
        yield _pointer(view, kit)
    elif isinstance(view, CopyView):
        yield CopiedFile(view.path, view.of, view.story_codes)


def _pointer(view: PointerView, kit: Kit) -> Artifact:
    """Return the page at a former address. It tells nothing of the page that it leads to, not even the title."""
    page = kit.web.page(view.origin)
    now, site_url = kit.addresses.by_target[view.leads_to], kit.settings.site_url
    content = page.fragment(
        "addresses/pointer.html",
        title=kit.words.say("The page has moved"),
        to=kit.addresses.link(view.leads_to, view.origin),
        canonical=f"{site_url}{now}" if site_url and view.edition is BuildTarget.SERVER else "",
        style=page.asset(SMALL_STYLE),
        icon=page.asset(ICON),
    )
    return Artifact(view.path, content, view.story_codes)
