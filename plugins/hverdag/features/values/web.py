"""The pages of values, tiles for them, and their colours."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...model.artifact import Output, WebPage
from ...model.search import SearchEntry
from ...model.texts.value import Value
from ...model.view import View
from ...web.page import Page
from ..kit import Kit, Views, only
from .colour import NIGHT_PAPER, readable_on
from .plan import ValueListView, ValueView

NIGHT_CONTRAST = 7.0


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


def value_colours(values: Iterable[Value]) -> str:
    """Return a CSS rule for each value: its colour by day, and a lighter one by night."""
    return "".join(
        f".hv-v-{value.id}{{--value-day:{value.colour};"
        f"--value-night:{readable_on(value.colour, NIGHT_PAPER, NIGHT_CONTRAST)}}}\n"
        for value in values
    )
