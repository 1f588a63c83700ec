"""The site's own pages, as finished HTML: values, stories, and the lists of both."""

from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ..features.stories.audio import recording_caption
from ..locale import Catalogue, alphabetical
from ..model.artifact import StoryCodes, WebPage, relative
from ..model.chapters import STORY_LIST, VALUE_LIST, Site, StoryChapter, ValueChapter
from ..model.search import PageKind, SearchEntry
from ..model.texts.value import Value
from ..model.value_shapes import PATHS
from ..web.assets import ALOUD_SCRIPT
from ..web.html_text import WebText
from .guide_parts import when
from .passports import passport_words

SLOT = "\ue010"
"""Stands in a card or a chip for what differs from page to page; a private letter is in no one's text."""

PLACES = frozenset(
    {
        "about",
        "agreed",
        "aloud",
        "content",
        "dilemma",
        "filter",
        "filter-count",
        "guide-words",
        "goals",
        "guides",
        "passport",
        "plan",
        "questions",
        "related",
        "sheet",
        "signs",
        "stories",
        "talk",
        "talks",
    }
)
"""The ids that the templates themselves use; a heading in a text gets another."""


@cache
def environment(words: Catalogue) -> Environment:
    """Return the templates of this room, in one language; everything set into them is escaped.

    To compile them takes longer than to fill them in: a preview, which builds again and again, does it once.
    """
    found = Environment(
        loader=PackageLoader("hverdag.render"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    found.install_gettext_translations(words.translations, newstyle=False)  # type: ignore[attr-defined]
    # Straight to the words: the extension's own `_` looks itself up anew each time.
    found.globals["_"] = words.say
    found.globals |= {"mark_paths": PATHS, "day": words.day, "count": words.count, "slot": SLOT, "when": when}
    found.filters["code"] = _with_code
    found.filters["alphabetical"] = lambda texts: sorted(texts, key=alphabetical)
    return found


def _with_code(text: str) -> Markup:
    """Set what stands between backticks as code."""
    parts = (
        escape(part) if at % 2 == 0 else Markup("<code>{}</code>").format(part)
        for at, part in enumerate(text.split("`"))
    )
    return Markup().join(parts)


def story_entry(chapter: StoryChapter) -> SearchEntry:
    """Return what search finds a story by."""
    story = chapter.story
    dilemma = (story.dilemma.question, *story.dilemma.options) if story.dilemma else ()
    return SearchEntry(
        PageKind.STORY,
        story.heading,
        story.summary,
        story.body.text,
        about=(*story.themes, *(value.heading for value in chapter.values)),
        more=(*dilemma, *story.questions, *story.audience, chapter.kind.name if chapter.kind else "", story.code),
        workplace=story.workplace,
        values=tuple(value.id for value in chapter.values),
    )


class WebRenderer:
    """Renders the pages of one site in one language."""

    def __init__(self, site: Site, words: Catalogue) -> None:
        self.site = site
        self.words = words
        self._environment = environment(words)
        self._cards: dict[str, tuple[str, ...]] = {}
        self._chips: dict[str, tuple[str, ...]] = {}
        self._named: dict[str, set[str]] = {}

    def pages(self) -> Iterator[WebPage]:
        """Yield every page that is made from values and stories."""
        yield self._value_list()
        yield from (self._value(chapter) for chapter in self.site.values)
        yield self._story_list()
        yield from (self._story(chapter) for chapter in self.site.stories)

    def fragment(self, template: str, origin: str, **data: Any) -> Markup:
        """Render a template as part of the page at address `origin`."""
        found = self._environment.get_template(template)
        kept = {"card": partial(self._card, origin), "chip": partial(self._chip, origin)}
        given = {"site": self.site, "link": self._linker(origin), **kept}
        return Markup(found.render(**given, **data))  # noqa: S704 rendered with autoescape

    def _card(self, origin: str, chapter: StoryChapter, level: int = 3) -> Markup:
        """A story's card: drawn once, and told its heading's level and its link wherever it is shown."""
        path = chapter.story.path
        if path not in self._cards:
            drawn = self._environment.get_template("card.html").render(chapter=chapter, story=chapter.story)
            self._cards[path] = tuple(drawn.split(SLOT))
        before, opened, named, after = self._cards[path]
        link = str(escape(self._linker(origin)(path)))
        return Markup(f"{before}{level}{opened}{link}{named}{level}{after}")  # noqa: S704 all of it is HTML

    def _chip(self, origin: str, value: Value) -> Markup:
        """A value's mark and name, as a link."""
        if value.path not in self._chips:
            drawn = self._environment.get_template("chip.html").render(value=value)
            self._chips[value.path] = tuple(drawn.split(SLOT))
        before, after = self._chips[value.path]
        link = str(escape(self.site.addresses.link(value.path, origin)))
        return Markup(f"{before}{link}{after}")  # noqa: S704 all of it is HTML

    def _linker(self, origin: str) -> Callable[[str], str]:
        """Return the function that turns a file into a link from the page; other addresses stay as they are."""
        named = self._named.setdefault(origin, set())

        def link(target: str) -> str:
            if not self.site.addresses.knows(target):
                return target
            named.add(target.partition("#")[0])
            return self.site.addresses.link(target, origin)

        return link

    def tell(self, origin: str, target: str) -> None:
        """Note that a page tells of what a target leads to, though it may not link to it: its own text, say."""
        self._named.setdefault(origin, set()).add(target)

    def story_codes(self, origin: str) -> StoryCodes:
        """Return the codes of the stories that the page at an address tells of: nothing is told of a story without a
        link to it, or to a guide for it."""
        found = (self.site.story_codes(target) for target in self._named.get(origin, ()))
        return tuple(sorted({code for codes in found for code in codes}))

    def text(self, origin: str) -> WebText:
        """Return what turns bodies into HTML for the page at address `origin`."""
        say = self.words.say
        return WebText(self._linker(origin), say("Back to the text"), say("Table"), set(PLACES))

    def _value_list(self) -> WebPage:
        origin = self.site.addresses.by_target[VALUE_LIST]
        return WebPage(origin, self.words.say("Values"), self.fragment("values.html", origin))

    def _value(self, chapter: ValueChapter) -> WebPage:
        value = chapter.value
        origin = self.site.addresses.by_target[value.path]
        text = self.text(origin)
        body = text.html(value.body)
        content = self.fragment("value.html", origin, chapter=chapter, value=value, body=body)
        told = "\n".join((value.body.text, *value.signs))
        entry = SearchEntry(PageKind.VALUE, value.heading, value.promise, told, more=(*value.questions, value.code))
        return WebPage(origin, value.heading, content, value.promise, value.path, frozenset(text.anchors), entry)

    def _story_list(self) -> WebPage:
        origin = self.site.addresses.by_target[STORY_LIST]
        content = self.fragment("stories.html", origin, choices=self._choices)
        return WebPage(origin, self.words.say("Stories"), content)

    def _story(self, chapter: StoryChapter) -> WebPage:
        story = chapter.story
        origin = self.site.addresses.by_target[story.path]
        self.tell(origin, story.path)
        text = self.text(origin)
        body = text.html(story.body)
        given = {"chapter": chapter, "story": story, "body": body, **passport_words(chapter.passport, self.words)}
        content = self.fragment("story.html", origin, **given, **self._sound(chapter))
        entry = story_entry(chapter)
        return WebPage(origin, story.heading, content, story.summary, story.path, frozenset(text.anchors), entry)

    def _sound(self, chapter: StoryChapter) -> dict[str, Any]:
        """A story has a recording, or the reader's own browser reads it aloud."""
        recording = self.site.handbook.recording(chapter.story)
        if recording:
            return {"caption": recording_caption(recording, self.words), "aloud": ""}
        origin = self.site.addresses.by_target[chapter.story.path]
        return {"caption": "", "aloud": relative(ALOUD_SCRIPT, origin)}

    @cached_property
    def _choices(self) -> dict[str, list[str]]:
        """What the list of stories can be narrowed by."""
        stories = [chapter.story for chapter in self.site.stories]
        return {
            "workplaces": sorted({story.workplace for story in stories}, key=alphabetical),
            "audiences": sorted({who for story in stories for who in story.audience}, key=alphabetical),
        }
