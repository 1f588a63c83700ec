"""The pages of stories, and the parts of other pages that show them."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from ...locale import alphabetical
from ...model.artifact import Output, WebPage
from ...model.search import SearchEntry
from ...model.shown import ShownStory
from ...model.view import View
from ...web.page import Page
from ..kit import Kit, Views
from ..unknown_name import UnknownNameError
from .audio import recording_caption
from .plan import StoryListView, StoryView

ALOUD_SCRIPT = "aloud.js"
"""The script that reads aloud a story without a recording."""

FILTER_SCRIPT = "filter.js"
"""The script that narrows the list of stories."""

MOST_AUDIENCES = 12
"""The most audiences that are offered as choices: more than a phone shows at once help nobody to choose."""

MOST_DRAWN = 100
"""The most stories whose values' shapes stand in the list as it is fetched. Of 1,000 stories the 2,000 shapes were a
third of the page and four tenths of the time that a phone took to show it, so there the script draws those that are
seen."""

_SHAPE = re.compile(r'<svg class="hv-mark".*?</svg>')


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a story, or the list of all."""
    if isinstance(view, StoryView):
        yield _story(view, kit)
    elif isinstance(view, StoryListView):
        page = kit.page(view)
        card = page.card if len(view.stories) <= MOST_DRAWN else partial(_undrawn, page)
        data = {"audiences": _audiences(view.stories), "item": card, "script": page.asset(FILTER_SCRIPT)}
        content = page.fragment("stories/list.html", view=view, **data)
        yield WebPage(page.origin, kit.words.say("Stories"), content)


def _story(view: StoryView, kit: Kit) -> WebPage:
    story, page = view.shown.story, kit.page(view)
    page.tell(story.path)
    text = page.text()
    body = text.html(story.body)
    # Without a recording, the reader's own browser reads the story aloud.
    caption = recording_caption(view.recording, kit.words) if view.recording else ""
    aloud = "" if view.recording else page.asset(ALOUD_SCRIPT)
    data = {"view": view, "shown": view.shown, "story": story, "body": body, "caption": caption, "aloud": aloud}
    content = page.fragment("stories/story.html", **data)
    entry = story_entry(view.shown)
    return WebPage(page.origin, story.heading, content, story.summary, story.path, frozenset(text.anchors), entry)


def story_entry(shown: ShownStory) -> SearchEntry:
    """Return a story's entry in the search index."""
    story = shown.story
    dilemma = (story.dilemma.question, *story.dilemma.options) if story.dilemma else ()
    return SearchEntry(
        "story",
        story.heading,
        story.summary,
        story.body.text,
        about=tuple(value.heading for value in shown.values),
        more=(
            story.because,
            *dilemma,
            *story.questions,
            *story.audience,
            shown.kind.name if shown.kind else "",
            story.code,
        ),
        workplace=story.workplace,
        values=tuple(value.id for value in shown.values),
        themes=tuple(theme.id for theme in shown.themes),
    )


def _undrawn(page: Page, shown: ShownStory, level: int = 3) -> Markup:
    """Return a story's card without the shapes of its values, whose names stand in it."""
    return Markup(_SHAPE.sub("", page.card(shown, level)))  # noqa: S704 all of it is HTML


def _audiences(stories: Iterable[ShownStory]) -> list[str]:
    """Return the audiences that the list of stories can be filtered by; none if they are too many to choose from."""
    audiences = sorted({who for shown in stories for who in shown.story.audience}, key=alphabetical)
    return audiences if 1 < len(audiences) <= MOST_AUDIENCES else []


def story(views: Views, page: Page, _: Kit, id: str) -> Markup:
    """Return a card for one story; nothing if its text is unavailable, so that a page with the macro still builds."""
    if id in _list(views).unavailable:
        return Markup()
    known = {shown.story.id: shown for shown in _list(views).stories}
    if id not in known:
        raise UnknownNameError(id, {name: (shown.story.title,) for name, shown in known.items()})
    return page.fragment("stories/cards.html", stories=[known[id]])


def stories(views: Views, page: Page, _: Kit, value: str = "", dilemma: bool = False) -> Markup:
    """Return cards for all stories, those of one value, or those with a dilemma."""
    view = _list(views)
    if value and value not in view.of_value:
        names = {one.id: (one.name,) for shown in view.stories for one in shown.values}
        raise UnknownNameError(value, {**dict.fromkeys(view.of_value, ()), **names})
    wanted = view.of_value[value] if value else view.stories
    return page.fragment(
        "stories/cards.html", stories=[shown for shown in wanted if shown.story.dilemma or not dilemma]
    )


def story_now(views: Views, page: Page, _: Kit) -> Markup:
    """Return the story of the week; if no story is published, what to do instead."""
    now = _list(views).now
    return page.fragment("stories/now.html", shown=now) if now else page.fragment("stories/none.html")


def kinds(views: Views, page: Page, _: Kit) -> Markup:
    """Return the kinds of example."""
    return page.fragment("stories/kinds.html", kinds=_list(views).kinds)


def criteria(views: Views, page: Page, _: Kit) -> Markup:
    """Return the marks of a good example."""
    return page.fragment("stories/criteria.html", criteria=_list(views).criteria)


def _list(views: Views) -> StoryListView:
    return next(view for view in views if isinstance(view, StoryListView))
