"""The pages of methods, and the list of them."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.addresses import HANDBOOK_CODE
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
    words = "\n".join((method.body.text, *steps, *method.cards))
    codes = (method.code, *((f"{HANDBOOK_CODE}-{method.code}",) if method.is_whole else ()))
    entry = SearchEntry("method", method.heading, method.purpose, words, more=codes)
    anchors = frozenset(text.anchors)
    yield WebPage(page.origin, method.heading, content, method.purpose, method.path, anchors, entry)


def methods(views: Views, page: Page, _: Kit) -> Markup:
    """Return all methods, with a link to the composer if there is a story to put into a guide. Those about all the
    values come after those for a story or a value, and those for collecting stories last."""
    shown = [view for view in views if isinstance(view, MethodView)]
    plans = [view.plan for view in shown]
    data = {
        "plans": [plan for plan in plans if plan.method.uses_texts],
        "whole": [plan for plan in plans if plan.method.is_whole and not plan.method.uses_texts],
        "collecting": [plan for plan in plans if not plan.method.makes_guides],
        "is_composed": any(view.is_composed for view in shown),
    }
    return page.fragment("methods/methods.html", **data)
