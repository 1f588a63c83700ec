"""The pages of the result goals: what was promised, and which stories management says point there."""

from collections.abc import Iterator

from ..model.artifact import WebPage
from ..model.chapters import GoalChapter
from ..model.search import PageKind, SearchEntry
from .web import WebRenderer


class GoalRenderer:
    """Renders the page of each goal of one site."""

    def __init__(self, renderer: WebRenderer) -> None:
        self._web = renderer
        self._site = renderer.site

    def pages(self) -> Iterator[WebPage]:
        """Yield a page for each goal."""
        yield from (self._goal(number, chapter) for number, chapter in enumerate(self._site.goals, 1))

    def _goal(self, number: int, chapter: GoalChapter) -> WebPage:
        goal, words = chapter.goal, self._web.words
        origin = self._site.addresses.by_target[goal.target]
        content = self._web.fragment("goal.html", origin, chapter=chapter, number=number)
        lead = words.say("Result goal")
        if goal.due:
            lead = words.say("Result goal, to be reached by {when}", when=words.day(goal.due))
        # Search looks in management's words as well: that is what readers remember of a goal.
        reasons = [story.story.response.reason for story in chapter.stories if story.story.response]
        titles = tuple(story.story.heading for story in chapter.stories)
        entry = SearchEntry(PageKind.PAGE, goal.heading, lead, "\n".join(reasons), more=(goal.id, *titles))
        return WebPage(origin, goal.heading, content, lead, self._site.settings.path, entry=entry)
