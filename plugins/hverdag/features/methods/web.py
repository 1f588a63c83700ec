"""The pages of methods, and the list of them."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.artifact import Output, WebPage
from ...model.search import SearchEntry
from ...web.page import Page
from ..kit import Kit, Views
from .plan import MethodView


def render(view: MethodView, kit: Kit) -> Iterator[Output]:
    """Render the page of a method."""
    method, page = view.plan.method, kit.page(view)
    text = page.text()
    body = text.html(method.body)
    content = page.fragment("methods/method.html", plan=view.plan, body=body)
    steps = (" ".join((step.name, step.guidance, *step.questions)) for step in method.steps)
    words = "\n".join((method.body.text, *steps))
    entry = SearchEntry("method", method.heading, method.purpose, words, more=(method.code,))
    anchors = frozenset(text.anchors)
    yield WebPage(page.origin, method.heading, content, method.purpose, method.path, anchors, entry)


def methods(views: Views, page: Page, _: Kit) -> Markup:
    """Return all methods, with a link to the composer if there is a story to put into a guide; those for collecting
    stories come last."""
    shown = [view for view in views if isinstance(view, MethodView)]
    is_composed = any(view.is_composed for view in shown)
    plans = [view.plan for view in shown if view.plan.method.uses_texts]
    collecting = [view.plan for view in shown if not view.plan.method.uses_texts]
    return page.fragment("methods/methods.html", plans=plans, collecting=collecting, is_composed=is_composed)
