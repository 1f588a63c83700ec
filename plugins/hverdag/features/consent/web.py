"""The page that replaces a story that may not be shown: it says that the story is gone, and nothing else of it."""

from collections.abc import Iterator

from ...model.artifact import Output, WebPage
from ..kit import Kit
from .plan import NoticeView


def render(view: NoticeView, kit: Kit) -> Iterator[Output]:
    """Render a notice. It has no entry in the search index, and no link to a source file."""
    say, page, ended = kit.words.say, kit.page(view), view.has_ended
    title = say("The story is no longer here") if ended else say("The story is not in this edition")
    lead = (
        say("The consent to show it no longer holds, so it has been taken out of the handbook.")
        if ended
        else say("Whoever told it has not consented to its being shown here.")
    )
    yield WebPage(page.origin, title, page.fragment("consent/notice.html", title=title, lead=lead, ended=ended))
