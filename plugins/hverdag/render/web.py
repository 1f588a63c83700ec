"""The site's own pages, as finished HTML: values, stories, and the lists of both."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..locale import Catalogue, alphabetical
from ..model.artifact import WebPage
from ..model.chapters import STORY_LIST, VALUE_LIST, Site, StoryChapter, ValueChapter
from .body import WebText
from .marks import PATHS

PLACES = frozenset(
    {"about", "content", "dilemma", "filter", "filter-count", "questions", "related", "signs", "stories"}
)
"""The ids that the templates themselves use; a heading in a text gets another."""


def environment(words: Catalogue) -> Environment:
    """Return the templates of this room, in one language; everything set into them is escaped."""
    found = Environment(
        loader=PackageLoader("hverdag.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    found.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    found.globals |= {"mark_paths": PATHS, "day": words.day}
    found.filters["alphabetical"] = lambda texts: sorted(texts, key=alphabetical)
    return found


class WebRenderer:
    """Renders the pages of one site in one language."""

    def __init__(self, site: Site, words: Catalogue) -> None:
        self.site = site
        self.words = words
        self._environment = environment(words)

    def pages(self) -> Iterator[WebPage]:
        """Yield every page that is made from values and stories."""
        yield self._value_list()
        yield from (self._value(chapter) for chapter in self.site.values)
        yield self._story_list()
        yield from (self._story(chapter) for chapter in self.site.stories)

    def fragment(self, template: str, origin: str, **data: Any) -> Markup:
        """Render a template as part of the page at address `origin`."""
        link = self._linker(origin)
        return Markup(  # noqa: S704 rendered with autoescape
            self._environment.get_template(template).render(site=self.site, link=link, **data)
        )

    def _linker(self, origin: str) -> Any:
        """Return the function that turns a file into a link from the page; other addresses stay as they are."""

        def link(target: str) -> str:
            known = self.site.addresses.knows(target)
            return self.site.addresses.link(target, origin) if known else target

        return link

    def _text(self, origin: str) -> WebText:
        return WebText(self._linker(origin), self.words.say("Back to the text"), self.words.say("Table"), set(PLACES))

    def _value_list(self) -> WebPage:
        origin = self.site.addresses.by_target[VALUE_LIST]
        content = self.fragment("values.html", origin)
        return WebPage(origin, self.words.say("Values"), content, listing=True)

    def _value(self, chapter: ValueChapter) -> WebPage:
        origin = self.site.addresses.by_target[chapter.value.path]
        text = self._text(origin)
        body = text.html(chapter.value.body)
        content = self.fragment("value.html", origin, chapter=chapter, value=chapter.value, body=body)
        return WebPage(
            origin, chapter.value.heading, content, chapter.value.promise, chapter.value.path, frozenset(text.anchors)
        )

    def _story_list(self) -> WebPage:
        origin = self.site.addresses.by_target[STORY_LIST]
        content = self.fragment("stories.html", origin, choices=self._choices)
        return WebPage(origin, self.words.say("Stories"), content, listing=True)

    def _story(self, chapter: StoryChapter) -> WebPage:
        story = chapter.story
        origin = self.site.addresses.by_target[story.path]
        text = self._text(origin)
        body = text.html(story.body)
        content = self.fragment("story.html", origin, chapter=chapter, story=story, body=body)
        return WebPage(origin, story.heading, content, story.summary, story.path, frozenset(text.anchors))

    @cached_property
    def _choices(self) -> dict[str, list[str]]:
        """What the list of stories can be narrowed by."""
        stories = [chapter.story for chapter in self.site.stories]
        return {
            "workplaces": sorted({story.workplace for story in stories}, key=alphabetical),
            "audiences": sorted({who for story in stories for who in story.audience}, key=alphabetical),
        }
