"""The pages of the result goals, with the stories that management says point to each."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.artifact import Output, WebPage
from ...model.search import PAGE, SearchEntry
from ...model.view import View
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import GoalListView, GoalView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a goal."""
    if not isinstance(view, GoalView):
        return
    goal, words, page = view.goal, kit.words, kit.page(view)
    content = page.fragment("goals/goal.html", view=view)
    lead = words.say("Result goal")
    if goal.due:
        lead = words.say("Result goal, to be reached by {when}", when=words.day(goal.due))
    # Management's reasons are searched too: readers remember a goal by them.
    reasons = [shown.story.response.reason for shown in view.stories if shown.story.response]
    titles = tuple(shown.story.heading for shown in view.stories)
    entry = SearchEntry(PAGE, goal.heading, lead, "\n".join(reasons), more=(goal.id, *titles))
    yield WebPage(page.origin, goal.heading, content, lead, view.subject, entry=entry)


def goals(views: Views, page: Page, _: Kit) -> Markup:
    """Return the organisation's result goals, each with a link to its page."""
    view = only(views, GoalListView)
    return page.fragment("goals/goals.html", goals=view.goals if view else ())
