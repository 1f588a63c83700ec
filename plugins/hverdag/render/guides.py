"""The pages of methods and guides, the composer, and the data that the composer loads."""

from collections.abc import Iterator
from typing import Any

from ..model.artifact import Artifact, WebPage, relative
from ..model.chapters import COMPOSER, Site
from ..model.meeting import Guide, Plan
from ..model.search import PageKind, SearchEntry
from ..model.texts.story import Origin, Story
from ..web.assets import FOLDER, GUIDE_SCRIPTS
from ..web.html_text import WebText
from ..web.script_data import data_script
from .guide_parts import dilemma_parts, guide_title
from .guide_words import guide_words
from .web import WebRenderer

DATA = f"{FOLDER}/guide"
"""The folder of the composer's data: a script for the methods, and a small one for each story."""

STORY_LEVELS = 2
"""On a guide, the headings of a story stand two levels deeper than on its own page."""


class GuideRenderer:
    """Renders what comes of the methods of one site."""

    def __init__(self, renderer: WebRenderer) -> None:
        self._web = renderer
        self._site: Site = renderer.site
        self._say = renderer.words.say
        self._words = guide_words(renderer.words)

    def pages(self) -> Iterator[WebPage]:
        """Yield a page for each method and each guide, and the composer."""
        yield from (self._method(plan) for plan in self._site.plans)
        yield from (self._guide(guide) for guide in self._site.guides)
        if self._site.plans:
            yield self._composer()

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the composer's data."""
        if not self._site.plans:
            return
        methods = [self._method_data(plan) for plan in self._site.plans]
        yield Artifact(f"{DATA}/methods.js", data_script("methods", methods))
        for chapter in self._site.on_paper:
            name = f"{DATA}/story-{chapter.story.id}.js"
            data = data_script("story", self._story_data(chapter.story))
            yield Artifact(name, data, (chapter.story.code,))

    def _guide(self, guide: Guide) -> WebPage:
        origin, title = self._site.addresses.by_target[guide.path], guide_title(guide, self._web.words)
        self._web.tell(origin, guide.path)
        text = self._text(origin)
        told = [(story, text.html(story.body)) for story in guide.stories]
        given = {"guide": guide, "title": title, "told": told, "guide_words": self._words}
        content = self._web.fragment("guide.html", origin, scripts=_links(origin, GUIDE_SCRIPTS), **given)
        return WebPage(origin, title, content, guide.method.purpose, guide.stories[0].path, frozenset(text.anchors))

    def _method(self, plan: Plan) -> WebPage:
        method = plan.method
        origin = self._site.addresses.by_target[method.path]
        text = self._web.text(origin)
        body = text.html(method.body)
        guides = self._site.guides_of.get(method.path, [])
        content = self._web.fragment("method.html", origin, plan=plan, body=body, guides=guides)
        steps = (" ".join((step.name, step.guidance, *step.questions)) for step in method.steps)
        told = "\n".join((method.body.text, *steps))
        entry = SearchEntry(PageKind.METHOD, method.heading, method.purpose, told, more=(method.code,))
        return WebPage(origin, method.heading, content, method.purpose, method.path, frozenset(text.anchors), entry)

    def _composer(self) -> WebPage:
        origin = self._site.addresses.by_target[COMPOSER]
        title = self._say("Put a guide together")
        for chapter in self._site.on_paper:
            self._web.tell(origin, chapter.story.path)
        given = {"folder": relative(f"{DATA}/", origin), "guide_words": self._words}
        scripts = _links(origin, (*GUIDE_SCRIPTS, f"{FOLDER}/compose.js"))
        return WebPage(origin, title, self._web.fragment("compose.html", origin, scripts=scripts, **given))

    def _text(self, origin: str) -> WebText:
        text = self._web.text(origin)
        text.deeper = STORY_LEVELS
        return text

    def _method_data(self, plan: Plan) -> dict[str, Any]:
        origin = self._site.addresses.by_target[COMPOSER]
        return {
            "id": plan.method.id,
            "title": plan.method.heading,
            "total": plan.minutes,
            "minutes": [step.minutes for step in plan.meeting],
            "reads": [step.reads for step in plan.meeting],
            "needs_dilemma": plan.method.needs_dilemma,
            "html": self._web.fragment("composed.html", origin, plan=plan),
        }

    def _story_data(self, story: Story) -> dict[str, Any]:
        origin = self._site.addresses.by_target[COMPOSER]
        text = self._text(origin)
        text.prefix = f"{story.id}-"  # several stories share the page
        return {
            "id": story.id,
            "title": story.heading,
            "summary": story.summary,
            "reading": story.body.minutes_to_plan,
            "html": text.html(story.body),
            "questions": list(story.questions),
            "dilemma": dilemma_parts(story.dilemma),
            "made_up": story.origin is Origin.ILLUSTRATIVE,
        }


def _links(origin: str, files: tuple[str, ...]) -> list[str]:
    return [relative(path, origin) for path in files]
