"""The page in the place of a story that may not be met here: that it is gone, and nothing of what it told."""

from collections.abc import Iterator

from ..model.artifact import WebPage
from ..model.texts.consent import Withheld
from .web import WebRenderer


class GoneRenderer:
    """Renders the notices of one site."""

    def __init__(self, renderer: WebRenderer) -> None:
        self._web = renderer

    def pages(self) -> Iterator[WebPage]:
        """Yield a page for each story that is held back, and for each guide that went with it. Search does not find
        them, and they lead to no one's source."""
        for address, why in self._web.site.notices:
            yield self._notice(address, why is Withheld.ENDED)

    def _notice(self, origin: str, ended: bool) -> WebPage:
        say = self._web.words.say
        title = say("The story is no longer here") if ended else say("The story is not in this edition")
        lead = (
            say("The consent to show it no longer holds, so it has been taken out of the handbook.")
            if ended
            else say("Whoever told it has not consented to its being shown here.")
        )
        content = self._web.fragment("gone.html", origin, title=title, lead=lead, ended=ended)
        return WebPage(origin, title, content)
