"""The pages of themes, the list of them, and what search finds them by."""

from collections.abc import Iterator
from urllib.parse import urlencode

from markupsafe import Markup

from ...model.addresses import COMPOSER
from ...model.artifact import Output, WebPage
from ...model.search import THEME, SearchEntry
from ...model.view import View
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import ThemeListView, ThemeView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a theme, or the list of all."""
    if isinstance(view, ThemeView):
        yield _theme(view, kit)
    elif isinstance(view, ThemeListView):
        page, words = kit.page(view), kit.words
        content = page.fragment("themes/list.html", themes=view.themes)
        yield WebPage(page.origin, words.say("Themes"), content, words.say("What the stories are about."))


def _theme(view: ThemeView, kit: Kit) -> WebPage:
    theme, page = view.theme, kit.page(view)
    guide = f"{page.link(COMPOSER)}?{urlencode([('story', id) for id in view.to_guide])}" if view.to_guide else ""
    content = page.fragment("themes/theme.html", view=view, theme=theme, guide=guide)
    entry = SearchEntry(THEME, theme.name, theme.about, more=theme.other_names, themes=(theme.id,))
    return WebPage(page.origin, theme.name, content, theme.about, view.subject, entry=entry)


def themes(views: Views, page: Page, _: Kit) -> Markup:
    """Return a link to each theme, with the number of its stories."""
    view = only(views, ThemeListView)
    return page.fragment("themes/themes.html", themes=view.themes if view else ())
