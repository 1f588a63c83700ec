"""The macros that show the outcome and the selection on hand-written pages."""

from markupsafe import Markup

from ...locale import alphabetical
from ...model.texts.story import Origin
from ...web.page import Page
from ..kit import Kit, Views, only
from .plan import OutcomeView, SelectionView


def outcome(views: Views, page: Page, _: Kit) -> Markup:
    """Return the outcome of the stories: numbers, themes, the stories chosen, and the reasons for those left out."""
    view = next(view for view in views if isinstance(view, OutcomeView))
    themes = sorted(view.outcome.themes, key=lambda theme: (-theme.number, alphabetical(theme.name)))
    return page.fragment("outcome/outcome.html", outcome=view.outcome, goals=view.goals, themes=themes)


def selection(views: Views, page: Page, _: Kit) -> Markup:
    """Return the selection of this edition with its nods and its stories; nothing if there is none."""
    view = only(views, SelectionView)
    if view is None:
        return Markup()
    stories = [shown.story for shown in view.stories]
    invented = bool(stories) and all(story.origin is Origin.ILLUSTRATIVE for story in stories)
    data = {"selection": view.selection, "stories": stories, "invented": invented}
    return page.fragment("outcome/selection.html", **data)
