"""The pages of the result goals and of the strategy, with the stories that management says point to each."""

from collections.abc import Iterator

from markupsafe import Markup

from ...locale import Catalogue
from ...model.artifact import Output, WebPage
from ...model.message import message
from ...model.search import PAGE, SearchEntry
from ...model.uptake.history import aim_sentence
from ...model.view import View
from ...web.history import history
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import DirectionView, GoalListView, GoalView, StrategyView
from .progress import Progress


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a goal, or of a point of the strategy."""
    if isinstance(view, GoalView):
        yield _goal(view, kit)
    elif isinstance(view, StrategyView):
        yield _point(view, kit)


def _goal(view: GoalView, kit: Kit) -> WebPage:
    goal, words, page = view.goal, kit.words, kit.page(view)
    figure = view.progress.figure
    chart = history(page, figure) if figure and view.progress.is_drawn else Markup()
    far = _far(view.progress, words, with_aim=not chart)
    data = {"far": far, "so_far": _so_far(view.progress, words), "source": words.tell(figure.source) if figure else ""}
    content = page.fragment("goals/goal.html", view=view, figure=figure, history=chart, **data)
    lead = words.say("Result goal")
    if goal.due:
        lead = words.say("Result goal, to be reached by {when}", when=words.day(goal.due))
    said = [one.text for one in view.progress.statements]
    entry = _entry(goal.heading, lead, [far, *said, *_reasons(view)], (goal.id, *_titles(view)))
    return WebPage(page.origin, goal.heading, content, lead, view.subject, entry=entry)


def _point(view: StrategyView, kit: Kit) -> WebPage:
    point, page = view.point, kit.page(view)
    content = page.fragment("goals/point.html", view=view)
    lead = kit.words.say("A point in our strategy")
    entry = _entry(point.heading, lead, [point.source, *_reasons(view)], (point.id, *_titles(view)))
    return WebPage(page.origin, point.heading, content, lead, view.subject, entry=entry)


def _far(one: Progress, words: Catalogue, with_aim: bool) -> str:
    """Return how far a goal is, in a sentence, and what the number is to be; an empty text where there is no number."""
    figure, so_far = one.figure, one.so_far
    if figure is None or so_far is None:
        return ""
    told = message("{what}: {number}.", what=figure.name, number=so_far)
    return " ".join([words.tell(told), *(map(words.tell, aim_sentence(figure)) if with_aim else ())])


def _so_far(one: Progress, words: Catalogue) -> str:
    return words.tell(one.so_far) if one.so_far else ""


def _entry(title: str, lead: str, texts: list[str], more: tuple[str, ...]) -> SearchEntry:
    return SearchEntry(PAGE, title, lead, "\n".join(filter(None, texts)), more=more)


def _reasons(view: DirectionView) -> Iterator[str]:
    """Yield management's reasons for the stories shown: readers remember a goal by them."""
    yield from (shown.story.response.reason for shown in view.stories if shown.story.response)


def _titles(view: DirectionView) -> tuple[str, ...]:
    return tuple(shown.story.heading for shown in view.stories)


def goals(views: Views, page: Page, kit: Kit) -> Markup:
    """Return the organisation's result goals, each with a link to its page and how far it is."""
    view = only(views, GoalListView)
    rows = [(one.goal, _so_far(one, kit.words), one.reached) for one in (view.progress if view else ())]
    return page.fragment("goals/goals.html", rows=rows)


def strategy(views: Views, page: Page, _: Kit) -> Markup:
    """Return the points of the organisation's strategy, each with a link to its page."""
    view = only(views, GoalListView)
    return page.fragment("goals/strategy.html", points=view.points if view else ())
