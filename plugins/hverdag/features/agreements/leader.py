"""The place on the leader's page where agreements are written down, and those of last time are found again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from ...model.addresses import COMPOSER, HANDBOOK_GUIDE, guide_path
from ...model.artifact import StoryCodes
from ...model.once import Rounds
from ...model.shown import Shown
from ...model.texts.document import Document
from ...model.texts.method import Method, Subject
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.view import NO_STORIES, View
from ...web.page import Page
from ..kit import Kit, Views
from .scripts import FILES, WORDS


@dataclass(frozen=True, kw_only=True)
class LeaderView(View):
    """Where a leader writes what was agreed: the story or the value, and the method, as the file says them. Where the
    guide is put together, the story comes with the choice; `is_page` is True where the page itself is meant."""

    story: str = ""
    method: str = ""
    has_scripts: bool = True
    is_page: bool = False


_ROUNDS = Rounds[dict[str, View]]()


def leaders(shown: Shown, _: Views) -> Mapping[str, View]:
    """Return a view for each guide, by its target; for what is put together with each method, by the method's path; and
    for the page where that is done."""
    found: dict[str, View] = {COMPOSER: LeaderView(story_codes=NO_STORIES, is_page=True)}
    methods = shown.handbook.methods
    for method in methods:
        whole = LeaderView(story_codes=NO_STORIES, method=_of(method))
        found |= {method.path: replace(whole, has_scripts=False), guide_path(method.id, HANDBOOK_GUIDE): whole}
    of_values = tuple(method for method in methods if Subject.VALUE in method.applies_to)
    of_stories = tuple(method for method in methods if Subject.STORY in method.applies_to)
    _ROUNDS.begin()
    for value in shown.values:
        found |= _ROUNDS.get(value.path, (value, of_values), partial(_views, value, of_values, NO_STORIES))
    for story in (one.story for one in shown.on_paper):
        found |= _ROUNDS.get(story.path, (story, of_stories), partial(_views, story, of_stories, (story.code,)))
    return found


def _views(text: Story | Value, methods: Iterable[Method], codes: StoryCodes) -> dict[str, View]:
    """Return the views of the guides of a story or a value."""
    named = _of(text)
    return {
        guide_path(method.id, text.id): LeaderView(story_codes=codes, method=_of(method), story=named)
        for method in methods
    }


def _of(text: Document) -> str:
    return f"{text.heading} ({text.code})" if text.code else text.heading


def leader(view: LeaderView, page: Page, _: Kit) -> Markup:
    """Return the place for the page of a guide."""
    scripts = [page.asset(name) for name in (WORDS, *FILES)] if view.has_scripts else []
    return page.fragment("agreements/leader.html", view=None if view.is_page else view, scripts=scripts)
