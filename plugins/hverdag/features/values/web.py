"""The pages of values, and tiles for them."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.artifact import Output, WebPage
from ...model.search import SearchEntry
from ...model.view import View
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import ValueListView, ValueView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a value, or the list of all values."""
    if isinstance(view, ValueView):
        yield _value(view, kit)
    elif isinstance(view, ValueListView):
        page = kit.page(view)
        yield WebPage(page.origin, kit.words.say("Values"), page.fragment("values/list.html", values=view.values))


def _value(view: ValueView, kit: Kit) -> WebPage:
    value, page = view.value, kit.page(view)
    text = page.text()
    body = text.html(value.body)
    content = page.fragment("values/value.html", view=view, value=value, body=body)
    words = "\n".join((value.body.text, *value.signs))
    entry = SearchEntry("value", value.heading, value.promise, words, more=(*value.questions, value.code))
    return WebPage(page.origin, value.heading, content, value.promise, value.path, frozenset(text.anchors), entry)


def value_tiles(views: Views, page: Page, _: Kit) -> Markup:
    """Return a tile for each value."""
    view = only(views, ValueListView)
    return page.fragment("values/tiles.html", values=view.values if view else ())
